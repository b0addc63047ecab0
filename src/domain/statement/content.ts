import type { Content } from '../approval/entry';

/** What an approval of the Statement is an approval of: its fingerprint is of this, so that a third party can compute it again. */
export interface StatementContent {
  kind: 'statement';
  /** The standard whose controls are decided on. */
  standard: string;
  /** By key: of controls, controls of one's own, and deviations. */
  rows: Readonly<Record<string, unknown>>;
}

export const statementContent = (rows: Content): StatementContent => ({
  kind: 'statement',
  standard: 'ISO/IEC 42001:2023',
  rows: Object.fromEntries(rows),
});
