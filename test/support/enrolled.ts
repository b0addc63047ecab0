import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { virtualClock } from '../../local/clock';
import type { SiteOptions } from '../../local/site';
import { databaseAddress } from '../../local/test/database';
import { numberOf } from '../../src/domain/requirement/requirement-id';
import { madeOnce } from './made-once';
import { SAID } from './saying';
import { type Hands, openSite } from './site';

const PROCESS_FILES = /\.(pid|lock)$/;
const SITE = 'site';
const MADE = 'made.json';

/** What an enrolled site's files do not say of themselves. `madeAt`: milliseconds of its clock when it was closed. */
interface Made {
  projectId: string;
  madeAt: number;
}

/** Where the run keeps it (`before-all.ts`); a bench or a proof runs by itself, and has a folder that goes with it. */
function sharedFolder(): string {
  const { ENROLLED_TEMPLATE: kept } = process.env;
  if (kept !== undefined) return kept;
  const own = mkdtempSync(join(tmpdir(), 'plumbline-enrolled-'));
  process.env.ENROLLED_TEMPLATE = own;
  process.once('exit', () => rmSync(own, { recursive: true, force: true }));
  return own;
}

/** A site with one enrolled project, as files: set up once for all test files of a run, and then copied. */
async function enrolledTemplate(): Promise<Made & { folder: string }> {
  const folder = await madeOnce(sharedFolder(), async (growing) => {
    const hands = await openSite({ data: join(growing, SITE) });
    const projectId = await enrolNewProject(hands);
    const made: Made = { projectId, madeAt: hands.site.clock.now() };
    await hands.site.close();
    writeFileSync(join(growing, MADE), JSON.stringify(made));
  });
  return { folder: join(folder, SITE), ...(JSON.parse(readFileSync(join(folder, MADE), 'utf8')) as Made) };
}

async function enrolNewProject(hands: Hands): Promise<string> {
  const project = { key: 'CLAIM', name: 'Claims', projectTypeKey: 'business', leadAccountId: 'admin' };
  const created = await hands.rest<{ id: number }>('POST', '/rest/api/3/project', project);
  const projectId = String(created.body.id);
  const choices = { sharedSchemes: 'copy', otherScreens: true };
  const { digest } = await hands.call<{ digest: string }>('setup.plan', { projectId, choices });
  await hands.call('setup.apply', { projectId, choices, digest });
  await hands.site.settle({ within: 600_000 });
  return projectId;
}

export interface Enrolled extends Hands {
  projectId: string;
  fieldId(name: string): string;
  /** The field "AIMS requirements" with these requirements chosen, as an issue is created with it. */
  options(...requirementIds: string[]): Promise<Record<string, unknown>>;
  /** With a description that says what was done, unless `fields` has another or null. */
  create(type: string, fields?: Record<string, unknown>): Promise<{ id: string; key: string }>;
  link(type: string, from: string, to: string): Promise<void>;
  /** Takes the first transition with one of the names, or none. */
  move(issueId: string, ...names: string[]): Promise<void>;
  close(): Promise<void>;
}

/** A database server's tables are no files that could be copied: there each site is set up anew. */
async function enrolledHands(
  options: Partial<SiteOptions>,
): Promise<{ hands: Hands; projectId: string; remove(): void }> {
  if (databaseAddress) {
    const hands = await openSite({ sql: databaseAddress, ...options });
    return { hands, projectId: await enrolNewProject(hands), remove: () => {} };
  }
  const { folder, projectId, madeAt } = await enrolledTemplate();
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'plumbline-site-'));
  cpSync(folder, data, { recursive: true, filter: (path) => !PROCESS_FILES.test(path) });
  return {
    // Its clock goes on where the set-up ended: a site does not live through a time twice.
    hands: await openSite({ clock: virtualClock(madeAt), ...options, data }),
    projectId,
    remove: () => {
      if (options.data === undefined) rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Opens a copy of the enrolled site; closing it removes the copy, unless it was asked for in a folder (`data`) of its own. */
export async function openEnrolled(options: Partial<SiteOptions> = {}): Promise<Enrolled> {
  const { hands, projectId, remove } = await enrolledHands(options);
  const { body: fields } = await hands.rest<{ id: string; name: string }[]>('GET', '/rest/api/3/field');
  const ids = new Map(fields.map((field) => [field.name, field.id]));
  const must = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const answer = await hands.rest<Answer>(method, path, body);
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  return {
    ...hands,
    projectId,
    fieldId: (name) => ids.get(name) ?? '',
    async options(...requirementIds) {
      const fieldId = ids.get('AIMS requirements') ?? '';
      const contexts = await must<{ values: { id: string }[] }>('GET', `/rest/api/3/field/${fieldId}/context`);
      const { values } = await must<{ values: { id: string; value: string }[] }>(
        'GET',
        `/rest/api/3/field/${fieldId}/context/${contexts.values[0]?.id}/option?maxResults=1000`,
      );
      const chosen = requirementIds.map((id) => values.find(({ value }) => value.startsWith(`${numberOf(id)} `))?.id);
      return { [fieldId]: chosen.map((id) => ({ id })) };
    },
    create: (type, fields = {}) =>
      must('POST', '/rest/api/3/issue', {
        fields: { project: { id: projectId }, issuetype: { name: type }, summary: type, ...SAID, ...fields },
      }),
    async link(type, from, to) {
      await must('POST', '/rest/api/3/issueLink', {
        type: { name: type },
        inwardIssue: { id: from },
        outwardIssue: { id: to },
      });
    },
    async move(issueId, ...names) {
      const open = await must<{ transitions: { id: string; name: string }[] }>(
        'GET',
        `/rest/api/3/issue/${issueId}/transitions`,
      );
      const found = open.transitions.find((transition) => names.includes(transition.name));
      if (found) await must('POST', `/rest/api/3/issue/${issueId}/transitions`, { transition: { id: found.id } });
    },
    async close() {
      await hands.site.close();
      remove();
    },
  };
}
