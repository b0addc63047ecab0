import type { Applicability } from './decision';

/**
 * How many decisions on controls are not as the approved Statement of Applicability has them: what an approval would change.
 * Null where none could be given, because a control has no decision with a reason yet, and where nothing changed. Pure.
 */
export function decisionsAwaitingApproval(
  { newest, approved }: Applicability,
  controls: readonly string[],
): number | null {
  if (controls.some((id) => !newest.get(id)?.reason.trim())) return null;
  const changed = controls.filter((id) => {
    const [now, then] = [newest.get(id), approved.get(id)];
    return now?.applicable !== then?.applicable || now?.reason !== then?.reason;
  });
  return changed.length === 0 ? null : changed.length;
}
