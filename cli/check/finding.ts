/** One thing that is wrong, for a person to mend. */
export interface Finding {
  readonly rule: string;
  readonly message: string;
}
