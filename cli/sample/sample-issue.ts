/** What the sample organisation is made of, as data: people and issues by short names, days counted from today. */

export type PersonRef =
  | 'admin'
  | 'ines'
  | 'tomas'
  | 'amara'
  | 'lena'
  | 'jonas'
  | 'sofia'
  | 'pavel'
  | 'ruth'
  | 'kofi'
  | 'mira'
  | 'nils';

export type ProjectKey = 'UW' | 'CLAIM' | 'PRICE';

export type SampleValue =
  | string
  | readonly string[]
  /** A day, so many days from today; negative in the past. */
  | { readonly day: number }
  | { readonly person: PersonRef };

export type LinkName = 'concerns' | 'treats' | 'corrects' | 'evidences';

export interface SampleIssue {
  readonly ref: string;
  readonly project: ProjectKey;
  readonly type: 'AI system' | 'AI risk' | 'Nonconformity' | 'Corrective action' | 'Task';
  readonly summary: string;
  readonly assignee?: PersonRef;
  /** Leaf clauses and controls of ISO/IEC 42001 by their numbers. */
  readonly requirements?: readonly string[];
  /** Fields by the names that a user sees. */
  readonly fields?: Readonly<Record<string, SampleValue>>;
  readonly links?: readonly { readonly link: LinkName; readonly to: string }[];
  /** Transitions taken after creation, by the names on the buttons. */
  readonly path: readonly string[];
}

export const links = (link: LinkName, ...refs: string[]) => refs.map((to) => ({ link, to }));
