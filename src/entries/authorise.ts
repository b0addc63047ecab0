import { mayReadPage } from '../confluence/page';
import { readerOf, type SignedCaller } from '../confluence/reader';
import type { Access, Caller } from '../contract/access';
import { type OrganisationView, seenBy } from '../domain/reader';
import { AppError } from '../errors';
import { hasAppPermission, mayAdminister, mayView } from '../jira/permission';
import { readConfiguration } from '../store/configuration';

type Input = Readonly<Record<string, unknown>>;

/**
 * Lets a caller through, or not, before anything of the app is read.
 * @param input null where it does not have the procedure's form: then nothing is asked that hangs on it
 * @throws AppError not-allowed; setup-not-started for a project that takes no part, to whoever may browse it
 */
export async function authorise(access: Access, input: Input | null, signed: SignedCaller): Promise<Caller<'counts'>> {
  const { accountId } = signed;
  const textAt = (name: string): string => String(input?.[name]);
  switch (access.kind) {
    case 'figures':
    case 'counts':
    case 'own':
      if (input === null) break;
      return { accountId, organisation: await organisationSeen(access, input, signed) };
    case 'page':
      if (input === null) break;
      return { accountId: await pageReaderOf(textAt(access.pageId), accountId), organisation: 'nothing' };
    case 'issue':
      must(accountId !== null);
      if (input === null) break;
      return { accountId, organisation: await seenFromIssue(textAt(access.issueId)) };
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

/** Whoever may read a page only because anybody may, such as somebody without a licence, reads it as anybody does. */
async function pageReaderOf(pageId: string, accountId: string | null): Promise<string | null> {
  if (accountId !== null && (await mayReadPage(pageId, accountId))) return accountId;
  must(await mayReadPage(pageId, null));
  return null;
}

/** What of the organisation's own somebody sees beside an issue that they may browse. */
async function seenFromIssue(issueId: string): Promise<OrganisationView> {
  const { organisation, browses } = await mayView({ issueId });
  must(browses);
  return organisation ? 'everything' : 'nothing';
}

/** What of the organisation's own somebody sees beside the figures that they ask for, and may see. */
async function organisationSeen(
  { kind, projectId, systemIssueId }: Access & { kind: 'figures' | 'counts' | 'own' },
  input: Input,
  signed: SignedCaller,
): Promise<OrganisationView> {
  const { accountId } = signed;
  const system = systemIssueId === undefined ? undefined : input[systemIssueId];
  if (typeof system === 'string') {
    must(accountId !== null);
    return seenFromIssue(system);
  }
  const project = input[projectId];
  const place = typeof project === 'string' ? { projectId: project } : null;
  if (kind === 'own' && place === null) {
    must(accountId !== null);
    return 'nothing';
  }
  const { organisation, browses } = accountId === null ? { organisation: false, browses: false } : await mayView(place);
  must(place === null || browses);
  if (place === null && organisation) return 'everything';
  const { projects, figuresShownTo } = await readConfiguration();
  if (place !== null && !projects.includes(place.projectId)) throw new AppError('setup-not-started');
  if (organisation) return seenBy('holder', figuresShownTo);
  // Nobody has to be told apart where nobody else is shown anything.
  const isAsked = kind === 'counts' && figuresShownTo !== 'holders';
  const seen = isAsked ? seenBy(await readerOf(signed), figuresShownTo) : 'nothing';
  must(place !== null || seen !== 'nothing');
  return seen;
}
