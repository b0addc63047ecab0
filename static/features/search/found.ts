import type { RowsPlace } from '../../shared/ui/rows-link';

/** Something that was found: a row of a page of ours, or an issue, which Jira shows itself. */
export interface Found {
  /** Number or key. */
  name: string;
  title: string;
  to: RowsPlace | { issueKey: string };
}

export interface FoundGroup {
  label: string;
  options: readonly Found[];
}

/** So many of a kind; whoever looks for another one types more. */
export const SHOWN = 8;
