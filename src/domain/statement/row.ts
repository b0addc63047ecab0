import type { ConditionKey } from '../../../controls';
import type { ItemId } from '../item/item-fact';

/** Why a control applies or is excluded (6.1.3); `not-typed` is what 0.1.0 recorded, which asked for a text alone. */
export const REASON_KINDS = ['risk', 'law', 'contract', 'business-practice', 'own-choice', 'not-typed'] as const;
export type ReasonKind = (typeof REASON_KINDS)[number];

/** A reason has a text of so many characters. */
export const REASON_LENGTH = { least: 20, most: 1_000 } as const;
export const REASONS_AT_MOST = 6;

export interface TypedReason {
  kind: ReasonKind;
  text: string;
  /** Items (`jira:10001`, `page:123`) and requirements (`eu-ai-act/26.5`) that it rests on. */
  links: readonly string[];
}

/** Whether a control applies, and why. */
export interface Decided {
  applicable: boolean;
  reasons: readonly TypedReason[];
}

/** The row of a control of Annex A. */
export interface ControlRow extends Decided {
  /** It applies to AI systems of which this is true; null: to all. */
  appliesWhen: ConditionKey | null;
  /** The token of whoever is responsible. */
  responsible: string | null;
  /** How it is implemented. */
  note: string;
}

/** A control of the organisation's own, which the treatment of a risk needs and Annex A does not have. */
export interface OwnControlRow extends ControlRow {
  title: string;
  text: string;
  /** A group of Annex A, such as `A.6`. */
  group: string;
}

/** What holds for one AI system against its control's row: it adds or takes out. */
export type DeviationRow = Decided;

/** What a row's key means: a control's requirement id, `own/1`, or either with the AI system of a deviation. */
export interface RowKey {
  control: string;
  system: ItemId | null;
}

const DEVIATES = '@';

export const keyOf = ({ control, system }: RowKey): string =>
  system === null ? control : `${control}${DEVIATES}${system}`;

export function rowKeyFrom(key: string): RowKey {
  const [control = '', system] = key.split(DEVIATES);
  return { control, system: system ?? null };
}

const OWN = 'own/';
export const isOwn = (control: string): boolean => control.startsWith(OWN);
/** The key of the next control of one's own; a number is never given twice. */
export const nextOwn = (everUsed: readonly string[]): string =>
  `${OWN}${1 + Math.max(0, ...everUsed.filter(isOwn).map((key) => Number(rowKeyFrom(key).control.slice(OWN.length))))}`;
