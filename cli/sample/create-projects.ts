import { ADMINISTRATOR, type Operator } from '../operator';
import type { AccountIds } from './create-people';
import { PEOPLE } from './people';
import type { ProjectKey } from './sample-issue';

export type ProjectIds = Readonly<Record<ProjectKey, string>>;

const KANBAN = 'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic';

/**
 * The projects that the insurer had before: two with schemes of their own, and a third that shares the issue types of
 * the first, so that setting up meets a shared scheme. Claims is open to its members only.
 */
export async function createProjects(operator: Operator, accounts: AccountIds): Promise<ProjectIds> {
  const { rest } = operator;
  const create = async (key: ProjectKey, name: string, more: object = {}) => {
    const project = { key, name, projectTypeKey: 'software', projectTemplateKey: KANBAN, leadAccountId: ADMINISTRATOR };
    return String((await rest<{ id: number }>('POST', '/rest/api/3/project', { ...project, ...more })).id);
  };
  const UW = await create('UW', 'Underwriting');
  const CLAIM = await create('CLAIM', 'Claims', { permissionScheme: await membersOnly(operator) });
  const PRICE = await create('PRICE', 'Pricing', { issueTypeScheme: await issueTypeSchemeOf(operator, UW) });
  const members = PEOPLE.filter((person) => person.claims).map((person) => accounts.get(person.ref) ?? '');
  await rest('POST', `/rest/api/3/project/CLAIM/role/${await memberRole(operator)}`, { user: members });
  return { UW, CLAIM, PRICE };
}

async function issueTypeSchemeOf({ rest }: Operator, projectId: string): Promise<number> {
  const { values } = await rest<{ values: { issueTypeScheme: { id: string } }[] }>(
    'GET',
    `/rest/api/3/issuetypescheme/project?projectId=${projectId}`,
  );
  return Number(values[0]?.issueTypeScheme.id);
}

async function memberRole({ rest }: Operator): Promise<number> {
  const roles = await rest<{ id: number; name: string }[]>('GET', '/rest/api/3/role');
  return Number(roles.find(({ name }) => name === 'Member')?.id);
}

/** The default scheme's permissions, for the project's own people instead of everybody. */
async function membersOnly(operator: Operator): Promise<number> {
  const { rest } = operator;
  interface Grant {
    permission: string;
    holder: { type: string; parameter?: string };
  }
  const { permissions } = await rest<{ permissions: Grant[] }>('GET', '/rest/api/3/permissionscheme/0/permission');
  const role = await memberRole(operator);
  const grants = permissions.flatMap(({ permission, holder }): Grant[] => {
    if (holder.type !== 'applicationRole')
      return [{ permission, holder: { type: holder.type, parameter: holder.parameter ?? '' } }];
    const administrators = permissions.find((entry) => entry.holder.type === 'projectRole')?.holder.parameter ?? '';
    return [String(role), administrators].map((parameter) => ({
      permission,
      holder: { type: 'projectRole', parameter },
    }));
  });
  const scheme = {
    name: 'Claims: members only',
    description: 'Open to the people of the project.',
    permissions: grants,
  };
  return (await rest<{ id: number }>('POST', '/rest/api/3/permissionscheme', scheme)).id;
}
