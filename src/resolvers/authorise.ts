import { mayReadPage } from '../confluence/page';
import type { Access, AccessKind, OrganisationView } from '../contract/access';
import { AppError } from '../errors';
import { figuresPermissions, hasAppPermission, mayAdminister, mayBrowseIssue } from '../jira/permission';
import { readConfiguration } from '../store/configuration';

/** Who calls, as the platform says, never as the payload says; and what of the organisation's own they may see. */
export interface Caller<Kind extends AccessKind = 'everybody'> {
  /** Null without a login: readers of a page may have none. */
  accountId: Kind extends 'page' | 'counts' ? string | null : string;
  organisation: OrganisationView;
}

type Input = Readonly<Record<string, unknown>>;

/**
 * Lets a caller through, or not, before anything of the app is read.
 * @param input null where it does not have the procedure's form: then nothing is asked that hangs on it
 * @throws AppError not-allowed, project-not-enrolled
 */
export async function authorise(
  access: Access,
  input: Input | null,
  accountId: string | null,
): Promise<Caller<'counts'>> {
  const textAt = (name: string): string => String(input?.[name]);
  switch (access.kind) {
    case 'figures':
    case 'counts':
      if (input === null) break;
      return { accountId, organisation: await organisationSeen(access, input, accountId) };
    case 'page':
      if (input !== null) must(await mayReadPage(textAt(access.pageId), accountId));
      break;
    case 'issue':
      must(accountId !== null);
      if (input !== null) must(await mayBrowseIssue(textAt(access.issueId)));
      break;
    case 'holds':
      must(accountId !== null && (await hasAppPermission(access.permission)));
      break;
    case 'administer':
      must(accountId !== null && (await mayAdminister()));
      break;
    case 'everybody':
      must(accountId !== null);
  }
  return { accountId, organisation: 'nothing' };
}

function must(allowed: boolean): void {
  if (!allowed) throw new AppError('not-allowed');
}

/** What of the organisation's own somebody sees, who may see what is asked about. */
async function organisationSeen(
  { kind, projectId, systemIssueId }: Access & { kind: 'figures' | 'counts' },
  input: Input,
  accountId: string | null,
): Promise<OrganisationView> {
  const system = systemIssueId === undefined ? undefined : input[systemIssueId];
  if (typeof system === 'string') {
    must(accountId !== null && (await mayBrowseIssue(system)));
    return 'nothing';
  }
  const project = input[projectId];
  const inProject = typeof project === 'string' ? project : null;
  const { browses, views } =
    accountId === null ? { browses: false, views: false } : await figuresPermissions(inProject);
  must(inProject === null || browses);
  if (views) return 'everything';
  const organisation = kind === 'counts' && (await readConfiguration()).publicFigures ? 'counts' : 'nothing';
  must(inProject !== null || organisation !== 'nothing');
  return organisation;
}
