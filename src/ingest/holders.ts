import { z } from 'zod';
import type { AiSystemFact, ItemFact } from '../domain/item/item-fact';
import type { JiraIssue } from '../jira/issue';

/** A person as issues carry them. */
const account = z.object({ accountId: z.string(), active: z.boolean().optional() });

/**
 * Whoever holds an issue, and who of them has left. The owner is shown as such, and where the field is empty the assignee.
 * @param owner the value of the field, whatever Jira answered
 */
export function holdersOf(
  owner: unknown,
  assignee: unknown,
): Pick<ItemFact, 'people'> & { owner: string | null; left: Left } {
  const holders = accountsOf([owner, assignee]);
  // Where Jira does not say that the account is closed, it is taken to be open.
  const isClosed = ({ active }: z.infer<typeof account>) => active === false;
  const people = idsOf(holders.filter(isClosed));
  const [shown] = holders;
  return {
    people: idsOf(holders),
    owner: shown?.accountId ?? null,
    left: people.length === 0 ? {} : { left: { people, owner: shown !== undefined && isClosed(shown) } },
  };
}

/**
 * Which of the people that issues name are still there, by account id. Told by the issues themselves, which the app may
 * read anyway: a point an issue, where asking for users would cost two a person and an OAuth scope of its own. Who stands on none
 * of them any more, or of whom Jira does not say, is absent.
 * @param personFields ids of fields that hold a person
 */
export const areActive = (issues: readonly JiraIssue[], personFields: readonly string[]): Map<string, boolean> =>
  new Map(
    issues
      .flatMap(({ fields }) => accountsOf(personFields.map((field) => fields[field])))
      .flatMap(({ accountId, active }) => (active === undefined ? [] : [[accountId, active] as const])),
  );

type Left = Pick<AiSystemFact, 'left'>;

/** The account id of whoever a field names, or null. */
export const accountIdOf = (value: unknown): string | null => account.safeParse(value).data?.accountId ?? null;

const accountsOf = (values: readonly unknown[]): z.infer<typeof account>[] =>
  values.flatMap((value) => account.safeParse(value).data ?? []);

const idsOf = (holders: readonly z.infer<typeof account>[]): string[] =>
  [...new Set(holders.map(({ accountId }) => accountId))].sort();
