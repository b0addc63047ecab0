import { z } from 'zod';
import type { AiSystemFact, ItemFact } from '../domain/item/item-fact';

/** A person as issues carry them. Where Jira does not say that the account is closed, it is taken to be open. */
const account = z.object({ accountId: z.string(), active: z.boolean().optional() });

/**
 * Whoever holds an issue, and who of them has left. The owner is shown as such, and where the field is empty the assignee.
 * @param owner the value of the field, whatever Jira answered
 */
export function holdersOf(owner: unknown, assignee: unknown): Pick<ItemFact, 'people'> & { left: Left } {
  const holders = [owner, assignee].flatMap((value) => account.safeParse(value).data ?? []);
  const isClosed = ({ active }: z.infer<typeof account>) => active === false;
  const people = idsOf(holders.filter(isClosed));
  const [shown] = holders;
  return {
    people: idsOf(holders),
    left: people.length === 0 ? {} : { left: { people, owner: shown !== undefined && isClosed(shown) } },
  };
}

type Left = Pick<AiSystemFact, 'left'>;

const idsOf = (holders: readonly z.infer<typeof account>[]): string[] =>
  [...new Set(holders.map(({ accountId }) => accountId))].sort();
