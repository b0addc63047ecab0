import { type CriteriaRow, criteriaRowSchema } from '../../contract/criteria';
import type { Content } from '../../domain/approval/entry';
import { PROPOSED_ROWS } from '../../domain/criteria/in-force';

/** Rows in the order in which they are read; what nobody wrote stands as the app proposes it. */
export const rowsInOrder = (content: Content): CriteriaRow[] =>
  [...PROPOSED_ROWS].map(([key, proposed]) => criteriaRowSchema.parse({ key, body: content.get(key) ?? proposed }));
