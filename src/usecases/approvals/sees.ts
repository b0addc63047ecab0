import { AppError } from '../../errors';
import { hasAppPermission } from '../../jira/permission';
import type { Subject } from '../../store/approval';
import { KINDS } from './kinds';

/** Lets a caller through who may see what it is about. @throws AppError not-allowed */
export async function mustSee({ kind, subject }: Subject): Promise<void> {
  const { sees } = KINDS[kind];
  if (sees !== undefined && !(await sees(subject))) throw new AppError('not-allowed');
}

/**
 * Lets a caller through who may read it as its own page reads it: what is the organisation's own with *View AIMS figures*, what is of an
 * issue whoever may browse that. @throws AppError not-allowed
 */
export async function mustRead({ kind, subject }: Subject): Promise<void> {
  const { sees } = KINDS[kind];
  const may = sees === undefined ? await hasAppPermission('view-figures') : await sees(subject);
  if (!may) throw new AppError('not-allowed');
}
