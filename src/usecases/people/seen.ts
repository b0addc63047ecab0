import type { Context } from '../../context';
import { type AppPermission, hasAppPermissions, permissionsOf } from '../../jira/permission';
import { readHolders, rememberHolder } from '../../store/seen-holder';

/** Permissions that let somebody decide something. */
const DECIDING = ['manage-aims', 'decide-aims', 'approve-aims-top', 'audit-aims'] as const;

/** Which of them the viewer holds. */
export async function permissionsHeld(): Promise<AppPermission[]> {
  const held = await hasAppPermissions(DECIDING);
  return DECIDING.filter((_one, place) => held[place]);
}

/**
 * Remembers whoever opens the app with what they hold, once a day: nobody can be asked who holds a permission of the app's
 * (design, "Permissions").
 * @param before what they were last seen to hold, and when
 */
export async function rememberSeen(
  accountId: string,
  held: readonly AppPermission[],
  before: { permissions: string; at: number } | null,
  { now, zone, today }: Pick<Context, 'now' | 'zone' | 'today'>,
): Promise<void> {
  if (before !== null && before.permissions === held.join(',') && zone.dayOf(before.at) === today()) return;
  await rememberHolder(accountId, held, now());
}

export interface Holder {
  accountId: string;
  permissions: AppPermission[];
  seenAt: number;
}

/** Most people whose rights are looked at again: one call each. */
const ASKED = 20;

/**
 * Whoever was seen with one of the permissions and still holds any, the last seen first. Jira is asked again for each, as the app: a
 * right that was taken away since shall not be offered.
 */
export async function holdersNow(): Promise<Holder[]> {
  const seen = (await readHolders()).filter(({ permissions }) => permissions.length > 0).slice(0, ASKED);
  const holders: Holder[] = [];
  for (const { accountId, seenAt } of seen) {
    const permissions = await permissionsOf(accountId, DECIDING);
    if (permissions !== null && permissions.length > 0) holders.push({ accountId, permissions, seenAt });
  }
  return holders;
}

/** Whether somebody may approve what no top management is asked for. */
export const mayApprove = ({ permissions }: Pick<Holder, 'permissions'>): boolean =>
  permissions.some((one) => one === 'decide-aims' || one === 'approve-aims-top');
