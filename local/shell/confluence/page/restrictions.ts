import { wiki } from '../../core/site';

export type Operation = 'read' | 'update';

/** Who may do one thing to a page; nobody named means everybody who may in the space. */
export interface Restriction {
  users: readonly string[];
  groups: readonly { id: string; name: string }[];
}

export type Restrictions = Readonly<Record<Operation, Restriction>>;

interface Answer {
  results: {
    operation: Operation;
    restrictions: {
      user?: { results: { accountId: string }[] };
      group?: { results: { id: string; name: string }[] };
    };
  }[];
}

const NOBODY: Restriction = { users: [], groups: [] };

/** Reads who may view and edit a page. Restrictions exist in version 1 of the REST alone. @throws Refused */
export async function readRestrictions(pageId: string): Promise<Restrictions> {
  const { results } = await wiki<Answer>(
    'GET',
    `/rest/api/content/${pageId}/restriction?expand=restrictions.user,restrictions.group`,
  );
  const of = (operation: Operation): Restriction => {
    const found = results.find((one) => one.operation === operation)?.restrictions;
    if (!found) return NOBODY;
    return {
      users: (found.user?.results ?? []).map(({ accountId }) => accountId),
      groups: (found.group?.results ?? []).map(({ id, name }) => ({ id, name })),
    };
  };
  return { read: of('read'), update: of('update') };
}

/** Sets who may view and edit a page. @throws Refused */
export async function writeRestrictions(pageId: string, restrictions: Restrictions): Promise<void> {
  const path = `/rest/api/content/${pageId}/restriction`;
  const operations = (['read', 'update'] as const).map((operation) => ({
    operation,
    restrictions: {
      user: restrictions[operation].users.map((accountId) => ({ type: 'known', accountId })),
      group: restrictions[operation].groups.map(({ id, name }) => ({ type: 'group', id, name })),
    },
  }));
  await wiki('PUT', path, operations);
}

export const isRestricted = ({ read, update }: Restrictions): boolean =>
  [read, update].some(({ users, groups }) => users.length + groups.length > 0);
