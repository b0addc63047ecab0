import { type Enrolled, openEnrolled } from '../support/enrolled';
import { createPage, createSpace, policyMacro } from '../support/policy-page';
import { approvedStatement } from '../support/statement';
import { closeProject, createPeople, type Kind, type People, showFiguresTo } from './people';

/** By whom a page is read. A guest is shown nothing that does not name them, so pages for the licensed name the others. */
export const PAGES = ['open to all', 'guests', 'licensed', 'restricted'] as const;
export type PageKind = (typeof PAGES)[number];

const READERS: Readonly<Record<PageKind, readonly Kind[] | null>> = {
  'open to all': null,
  guests: ['administrator', 'guest'],
  licensed: ['administrator', 'decider', 'auditor', 'member', 'outsider', 'confluenceOnly'],
  restricted: ['administrator'],
};

export interface AccessSite extends Enrolled {
  people: People;
  /** A project that everybody with Jira may browse and that is not set up. */
  other: string;
  systemId: string;
  /** A task of the project that names 4.1, which is met once. */
  taskId: string;
  pages: Readonly<Record<PageKind, string>>;
}

/** A site with all kinds of people, an approved Statement with reasons, and something to count in every register. */
export async function openAccessSite(): Promise<AccessSite> {
  const site = await openEnrolled();
  const people = await createPeople(site);
  const system = await site.create('AI system');
  const task = await site.create('Task', {
    [site.fieldId('AIMS requirements')]: [{ value: '4.1 Understanding the organization and its context' }],
  });
  const risk = await site.create('AI risk');
  await site.link('AIMS concern', risk.id, system.id);
  await site.create('Nonconformity');
  const project = { key: 'OTHER', name: 'Other', projectTypeKey: 'business', leadAccountId: 'admin' };
  const other = await site.rest<{ id: number }>('POST', '/rest/api/3/project', project);
  await approvedStatement(site, {}, { reason: 'A person’s own words.' });
  const members = (['decider', 'auditor', 'member', 'jiraOnly'] as const).map((kind) => people[kind] ?? '');
  await closeProject(site, site.projectId, members);
  await showFiguresTo(site, people, ['decider', 'auditor', 'member', 'outsider']);
  await site.site.settle({ within: 3_600_000 });
  return {
    ...site,
    people,
    other: String(other.body.id),
    systemId: system.id,
    taskId: task.id,
    pages: Object.fromEntries(
      await Promise.all(PAGES.map(async (kind) => [kind, await pageFor(site, people, kind)])),
    ) as AccessSite['pages'],
  };
}

async function pageFor(site: Enrolled, people: People, kind: PageKind): Promise<string> {
  const key = kind.replaceAll(' ', '').toUpperCase();
  const text = [policyMacro(site, ['We answer for our AI.'])];
  const { id } = await createPage(site, await createSpace(site, key), kind, text);
  const readers = READERS[kind];
  const answer =
    readers === null
      ? await site.wiki('PUT', `/wiki/local/space/${key}/anonymous`, { allowed: true })
      : await site.wiki('PUT', `/wiki/rest/api/content/${id}/restriction`, [
          {
            operation: 'read',
            restrictions: { user: readers.map((reader) => ({ type: 'known', accountId: people[reader] })) },
          },
        ]);
  if (answer.status >= 400) throw new Error(`The page ${kind} cannot be made: ${answer.status}.`);
  return id;
}
