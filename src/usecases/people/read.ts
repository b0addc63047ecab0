import { rememberHolder } from '../../store/seen-holder';
import type { UseCase } from '../use-case';
import { holdersNow, mayApprove, permissionsHeld } from './seen';

/** Fewer than these cannot approve what one of them wrote. */
const LEAST = 2;

/** Who decides here, as far as the app has seen them: the one who asks is seen, too. */
export const readPeople: UseCase<'people.read', 'zone' | 'now'> = async (_input, { zone, now }, { accountId }) => {
  await rememberHolder(accountId, await permissionsHeld(), now());
  const holders = await holdersNow();
  return {
    holders: holders.map(({ accountId, permissions, seenAt }) => ({
      accountId,
      permissions: permissions.filter((one) => one !== 'view-figures'),
      seenOn: zone.dayOf(seenAt),
    })),
    tooFewApprove: holders.filter(mayApprove).length < LEAST,
    nobodyAtTheTop: !holders.some(({ permissions }) => permissions.includes('approve-aims-top')),
  };
};
