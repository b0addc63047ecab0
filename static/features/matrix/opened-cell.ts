export interface OpenedCell {
  issueId: string;
  requirementId: string;
}
