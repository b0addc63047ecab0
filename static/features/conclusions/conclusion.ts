import type { Output } from '../../../src/contract/procedures';

export type List = Output<'conclusions.list'>;
export type Conclusion = List['conclusions'][number];
/** By which ids a nonconformity is created in Jira. */
export type Raising = NonNullable<List['raising']>;

/** What is concluded on. */
export interface Subject {
  /** Null for the whole organisation. */
  projectId: string | null;
  requirement: { id: string; title: string };
  /** Null for what is met once, and for a list of all AI systems. */
  system: { issueId: string; key: string } | null;
}
