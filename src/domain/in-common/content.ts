import type { Content } from '../approval/entry';

/** What an approval of "met in common" is an approval of: its fingerprint is of this. */
export interface InCommonContent {
  kind: 'in-common';
  rows: Readonly<Record<string, unknown>>;
}

export const inCommonContent = (rows: Content): InCommonContent => ({
  kind: 'in-common',
  rows: Object.fromEntries(rows),
});
