import type { ApprovalKind } from '../../domain/approval/entry';
import { keepCriteria } from '../../ingest/keep-criteria';
import { keepSettings } from '../../ingest/keep-settings';
import { openInCriteria } from '../criteria/edit';
import { IN_COMMON_APPROVAL } from '../in-common/approval';
import { openInSettings } from '../settings/open';
import { openIn } from '../statement/edit';
import { annexNow } from '../statement/review';
import { TRIAGE_APPROVAL } from '../triage/approval';
import type { KindOfApproval } from './kind';

export const KINDS: Readonly<Record<ApprovalKind, KindOfApproval>> = {
  statement: {
    open: openIn,
    months: 12,
    annex: annexNow,
  },
  criteria: {
    open: async (rows) => openInCriteria(rows),
    months: 12,
    keep: keepCriteria,
  },
  settings: {
    open: async (rows) => openInSettings(rows),
    months: null,
    keep: keepSettings,
  },
  triage: TRIAGE_APPROVAL,
  'in-common': IN_COMMON_APPROVAL,
};
