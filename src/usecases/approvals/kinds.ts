import type { Context } from '../../context';
import type { ApprovalKind, Content } from '../../domain/approval/entry';
import { keepCriteria } from '../../ingest/keep-criteria';
import { openInCriteria } from '../criteria/edit';
import { openIn } from '../statement/edit';

/** What is particular to a kind of thing that is approved; everything else is the same for all. */
interface KindOfApproval {
  /** What is still open, in words, which an approval is refused for; null where nothing is. */
  open(rows: Content, context: Pick<Context, 'catalogue'>): Promise<string | null>;
  /** For how many months an approval counts; null: it does not end. */
  months: number | null;
  /** What is kept of it beside its history, before figures are counted anew. */
  keep?(context: Pick<Context, 'catalogue' | 'zone'>): Promise<void>;
}

export const KINDS: Readonly<Record<ApprovalKind, KindOfApproval>> = {
  statement: {
    open: openIn,
    months: 12,
  },
  criteria: {
    open: async (rows) => openInCriteria(rows),
    months: 12,
    keep: keepCriteria,
  },
};
