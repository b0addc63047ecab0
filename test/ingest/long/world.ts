import { type Enrolled, openEnrolled } from '../../support/enrolled';
import { type Elsewhere, prepareElsewhere } from '../../support/out-of-sight';
import { createPage, createSpace, editPage, groupOf, type PolicyPage, policyMacro } from '../../support/policy-page';
import { siteDays } from '../../support/seen-from-rest';
import { readWords, type Words } from '../../support/seen-words';
import { Tally } from './tally';
import { Weather } from './weather';

export interface Issue {
  id: string;
  type: string;
}

/** A site with people on it, and what the deeds need to know of it. Names are those that set-up gave; all goes by id. */
export interface World {
  site: Enrolled;
  words: Words;
  tally: Tally;
  weather: Weather;
  issues: Issue[];
  /** Those that were moved to another project, and those that a level hides from the app. */
  away: Issue[];
  hidden: Issue[];
  elsewhere: Elsewhere;
  projectKey: string;
  /** Ids by the names that they had at first. */
  ids: Ids;
  auditor: string;
  /** Writes the policy, which somebody else approves. */
  author: string;
  readers: string[];
  /** The group of the readers, to whom the policy is addressed. */
  staff: string;
  policy: { page: PolicyPage; approved: number; archived: boolean };
  conclusions: string[];
  /** An invocation of a procedure was cut off, so a decision may stand that is recounted in the night after. */
  interrupted: boolean;
  /** The day of an instant (epoch milliseconds) in the site's time zone. */
  dayOf(instant: number): string;
  /** By REST as an administrator. @returns the answer, or null where Jira refused */
  ask<T = unknown>(method: string, path: string, body?: unknown): Promise<T | null>;
  /** By a procedure of the app. @returns the answer, or null where the app refused or was interrupted */
  tell<T = unknown>(procedure: string, payload: unknown, accountId?: string): Promise<T | null>;
}

export interface Ids {
  type: Map<string, string>;
  link: Map<string, string>;
  resolution: string[];
}

interface Bean {
  id: string;
  name: string;
}

const READERS = 3;

/** @param timeZone of the site; the app hears of it in the first night */
export async function openWorld(timeZone: string | null): Promise<World> {
  const site = await openEnrolled(timeZone === null ? {} : { timeZone });
  const tally = new Tally();
  const weather = new Weather(site.site, tally);
  await site.site.runSchedule('every-night');
  await site.site.settle({ within: 3_600_000 });
  await showResolution(site);
  const auditor = await person(site, 'auditor');
  await grantAudit(site, auditor);
  const author = await person(site, 'author');
  const readers = [];
  for (let place = 0; place < READERS; place += 1) readers.push(await person(site, `reader${place}`));
  const spaceId = await createSpace(site, 'AIMS');
  const page = await createPage(site, spaceId, 'AI policy', [policyMacro(site, ['We answer.'])], author);
  const words = await readWords(site);
  const days = await siteDays(site);
  const world: World = {
    site,
    words,
    tally,
    weather,
    issues: [],
    away: [],
    hidden: [],
    elsewhere: await prepareElsewhere(site, site.projectId),
    projectKey: 'CLAIM',
    ids: await idsOf(site),
    auditor,
    author,
    readers,
    staff: await groupOf(site, 'staff', readers),
    policy: { page, approved: 0, archived: false },
    interrupted: false,
    conclusions: [],
    dayOf: (instant) => days(new Date(instant).toISOString()),
    async ask<T>(method: string, path: string, body?: unknown) {
      const answer = await site.rest<T>(method, `/rest/api/3${path}`, body);
      return answer.status < 400 ? (answer.body ?? ({} as T)) : null;
    },
    tell: <T>(procedure: string, payload: unknown, accountId?: string) =>
      site.call<T>(procedure, payload, accountId).catch((error: Error & { code?: string }) => {
        // In calm weather the app answers: with what was asked for, or with a code that says why not.
        if (weather.isCalm && error.code === undefined) throw error;
        tally.add(`refused: ${error.code ?? 'interrupted'}`);
        if (error.code === undefined || error.code === 'internal') world.interrupted = true;
        return null;
      }),
  };
  return world;
}

export async function rewritePolicy(world: World, text: string): Promise<void> {
  const { page } = world.policy;
  world.policy.page = await editPage(world.site, page, [policyMacro(world.site, [text])], world.author);
}

async function idsOf(site: Enrolled): Promise<Ids> {
  const beans = async (path: string) => (await site.rest<Bean[]>('GET', `/rest/api/3${path}`)).body;
  const byName = (list: readonly Bean[]) => new Map(list.map(({ id, name }) => [name, id]));
  const links = await site.rest<{ issueLinkTypes: Bean[] }>('GET', '/rest/api/3/issueLinkType');
  return {
    type: byName(await beans('/issuetype')),
    link: byName(links.body.issueLinkTypes),
    resolution: (await beans('/resolution')).map(({ id }) => id),
  };
}

/** Administrators may set resolutions by hand where the screen has the field. */
async function showResolution(site: Enrolled): Promise<void> {
  const tabs = await site.rest<{ id: number }[]>('GET', '/rest/api/3/screens/1/tabs');
  await site.rest('POST', `/rest/api/3/screens/1/tabs/${tabs.body[0]?.id}/fields`, { fieldId: 'resolution' });
}

async function person(site: Enrolled, name: string): Promise<string> {
  const one = { emailAddress: `${name}@example.com`, displayName: name, products: ['jira-software'] };
  const { body } = await site.rest<{ accountId: string }>('POST', '/rest/api/3/user', one);
  await site.rest('POST', '/rest/api/3/group/user?groupname=confluence-users', { accountId: body.accountId });
  return body.accountId;
}

/** Whoever audits has no part in the work. */
async function grantAudit(site: Enrolled, accountId: string): Promise<void> {
  const { body } = await site.rest<{ groupId: string }>('POST', '/rest/api/3/group', { name: 'auditors' });
  await site.rest('POST', `/rest/api/3/group/user?groupId=${body.groupId}`, { accountId });
  const grants = await site.rest<{ key: string }[]>('GET', '/local/jira/global-permissions');
  const key = grants.body.find((one) => one.key.endsWith('/audit-aims'))?.key ?? '';
  const path = `/local/jira/global-permissions?permission=${encodeURIComponent(key)}`;
  await site.rest('PUT', path, { groups: [body.groupId], everyone: false });
}
