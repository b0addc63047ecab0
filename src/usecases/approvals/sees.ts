import { AppError } from '../../errors';
import type { Subject } from '../../store/approval';
import { KINDS } from './kinds';

/** Lets a caller through who may see what it is about. @throws AppError not-allowed */
export async function mustSee({ kind, subject }: Subject): Promise<void> {
  const { sees } = KINDS[kind];
  if (sees !== undefined && !(await sees(subject))) throw new AppError('not-allowed');
}
