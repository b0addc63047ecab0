import { numberOf } from '../../src/domain/requirement/requirement-id';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { storedCells, storedFacts } from '../support/recount';

/**
 * Fields, options, statuses, issue types and link types are known by id: renamed or translated they mean the same, and what is
 * missing is told while what rests on it stands as it was last read.
 */

const HOUR = 3_600_000;
let site: Enrolled;

beforeEach(async () => {
  site = await openEnrolled();
});
afterEach(() => site.close());

interface Overview {
  organisation: unknown;
  systemCells: unknown;
  lookHere: Record<string, unknown>;
  gone: string[];
}
interface Seen {
  facts: [string, unknown][];
  cells: unknown;
  overview: Omit<Overview, 'gone'>;
}

async function must<T>(method: string, path: string, body?: unknown): Promise<T> {
  const answer = await site.rest<T>(method, `/rest/api/3${path}`, body);
  if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

const custom = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [site.fieldId(name), value]));

/** One issue of each work type with a value in every field that facts are made of, and work that is linked to them. */
async function fill(): Promise<void> {
  const [yes, no] = [{ value: 'Yes' }, { value: 'No' }];
  const system = await site.create(
    'AI system',
    custom({
      'Our part': [{ value: 'Develop' }, { value: 'Adapt (train, fine-tune, own data)' }],
      'Third parties involved': yes,
      'We control input data': yes,
      'We control logs': no,
      'In AIMS scope': yes,
      'Scope reason': 'it decides',
      'AI Act role': [{ value: 'Provider' }],
      'AI Act class': [{ value: 'High-risk Annex III' }],
      'System owner': { accountId: 'admin' },
      'Last significant change': '2026-10-01',
      'Next review': '2027-01-01',
    }),
  );
  await site.move(system.id, 'Start design');
  const risk = await site.create(
    'AI risk',
    custom({
      Likelihood: { value: '4 - likely' },
      Consequence: { value: '5 - severe' },
      'Residual likelihood': { value: '2 - unlikely' },
      'Residual consequence': { value: '3 - moderate' },
      'Treatment option': { value: 'Retain' },
      'Acceptance expires': '2027-03-01',
      'AIMS requirements': [{ value: await requirementText('iso42001/A.6.2.4') }],
    }),
  );
  await site.link('AIMS concern', risk.id, system.id);
  const text = (words: string) => words;
  await site.create(
    'Nonconformity',
    custom({
      Grade: { value: 'Major' },
      'Detected on': '2026-11-01',
      Correction: text('stopped'),
      Cause: text('no check'),
      'AIMS changes': text('checklist'),
      Effectiveness: { value: 'Effective' },
      'Effectiveness due': '2026-12-24',
      'Effectiveness date': '2026-11-20',
      'AIMS requirements': [{ value: await requirementText('iso42001/9.2.1') }],
    }),
  );
  const record = await site.create('Task', {
    ...custom({
      'AIMS requirements': [{ value: await requirementText('iso42001/4.1') }],
      'Evidence effective date': '2026-11-01',
      'Evidence review due': '2027-11-01',
    }),
  });
  await site.move(record.id, 'Done');
}

async function requirementText(id: string): Promise<string> {
  const field = site.fieldId('AIMS requirements');
  const contexts = await must<{ values: { id: string }[] }>('GET', `/field/${field}/context`);
  const path = `/field/${field}/context/${contexts.values[0]?.id}/option?maxResults=100`;
  const { values } = await must<{ values: { value: string }[] }>('GET', path);
  return values.find(({ value }) => value.startsWith(`${numberOf(id)} `))?.value ?? '';
}

async function read(): Promise<Seen> {
  await site.call('setup.reconcile', { extent: 'full' });
  await site.site.settle({ within: HOUR });
  const { gone: _, ...overview } = await overviewNow();
  const { organisation, systemCells, lookHere } = overview;
  return {
    facts: [...(await storedFacts(site.site))],
    cells: await storedCells(site.site),
    overview: { organisation, systemCells, lookHere },
  };
}
const overviewNow = () => site.call<Overview>('coverage.overview', { projectId: null, trend: false });

/** Without the marks of what is missing. */
function unmarked(seen: Seen): Seen {
  const mark = (key: string, value: unknown) =>
    key === 'unread' ? undefined : Array.isArray(value) ? value.filter((one) => one?.code !== 'unknown') : value;
  return JSON.parse(JSON.stringify(seen, mark)) as Seen;
}

interface Bean {
  id: string;
  name: string;
  description?: string;
}

/** The app's fields as they are called on the site. */
async function fields(): Promise<Bean[]> {
  const { values } = await must<{ values: Bean[] }>('GET', '/field/search?type=custom&maxResults=100');
  const own = values.filter(({ description }) => description?.includes('aims:field:'));
  // Without any, nothing would be renamed or trashed, and everything would stay the same.
  expect(own.length).toBeGreaterThan(40);
  return own;
}

/** Gives every option, field, status, issue type and link type a name that says nothing. */
async function renameAll(): Promise<void> {
  for (const { id, description } of await fields()) {
    const contexts = await must<{ values: { id: string }[] }>('GET', `/field/${id}/context`);
    for (const context of contexts.values) {
      const path = `/field/${id}/context/${context.id}/option`;
      const options = await site.rest<{ values: { id: string }[] }>('GET', `/rest/api/3${path}?maxResults=100`);
      if (options.status === 200 && options.body.values.length > 0)
        await must('PUT', path, {
          options: options.body.values.map((one) => ({ id: one.id, value: `Wert ${one.id}` })),
        });
    }
    await must('PUT', `/field/${id}`, { name: `Feld ${id}`, description });
  }
  const { values } = await must<{ values: (Bean & { statusCategory: string })[] }>('GET', '/statuses/search');
  await must('PUT', '/statuses', {
    statuses: values.map(({ id, statusCategory, description }) => ({
      id,
      name: `Status ${id}`,
      statusCategory,
      description,
    })),
  });
  for (const { id, name } of await must<Bean[]>('GET', '/issuetype'))
    if (/^(AI |Nonconf|Corrective)/.test(name)) await must('PUT', `/issuetype/${id}`, { name: `Typ ${id}` });
  const { issueLinkTypes } = await must<{ issueLinkTypes: Bean[] }>('GET', '/issueLinkType');
  for (const { id } of issueLinkTypes)
    await must('PUT', `/issueLinkType/${id}`, { name: `Link ${id}`, inward: `rein ${id}`, outward: `raus ${id}` });
}

test('names say nothing: with every option, field, status, type and link renamed, every fact, cell and figure is the same', async () => {
  await fill();
  const before = await read();
  expect(JSON.stringify(before.facts)).toContain('"level":20');
  expect(JSON.stringify(before.facts)).toContain('"ourPart":["develop","adapt"]');
  await renameAll();
  expect(await read()).toEqual(before);
  const choices = { sharedSchemes: 'copy', otherScreens: true };
  const { steps } = await site.call<{ steps: { impact: string }[] }>('setup.plan', {
    projectId: site.projectId,
    choices,
  });
  expect(steps.filter(({ impact }) => impact !== 'keep')).toEqual([]);
});

test('with every field in the trash, nothing falls: it stands as it was read, and is told', async () => {
  await fill();
  const before = await read();
  const trashed = await fields();
  for (const { id } of trashed) await must('POST', `/field/${id}/trash`);
  // An event reads an issue before the night: it is told at once.
  const issues = await must<{ issues: { id: string }[] }>('POST', '/search/jql', {
    jql: `project = ${site.projectId}`,
  });
  for (const { id } of issues.issues) await must('PUT', `/issue/${id}`, { fields: { labels: ['looked-at'] } });
  await site.site.settle({ within: HOUR });
  expect((await overviewNow()).gone).toContain('Field “Likelihood”');
  // The same in all, but marked: `what-is-missing-is-unknown.test.ts`.
  expect(unmarked(await read())).toEqual(before);
  const health = await site.call<{ gone: { what: string[] } | null }>('health.read', {});
  expect(health.gone?.what).toHaveLength(trashed.length);
  for (const { id } of trashed) await must('POST', `/field/${id}/restore`);
  expect(await read()).toEqual(before);
  expect((await overviewNow()).gone).toEqual([]);
});

test('an option, a status or a link type that is removed is told by the next morning', async () => {
  await fill();
  const [grade] = (await fields()).filter(({ name }) => name === 'Grade');
  const contexts = await must<{ values: { id: string }[] }>('GET', `/field/${grade?.id}/context`);
  const path = `/field/${grade?.id}/context/${contexts.values[0]?.id}/option`;
  const options = await must<{ values: { id: string; value: string }[] }>('GET', path);
  await must('DELETE', `${path}/${options.values.find(({ value }) => value === 'Observation')?.id}`);
  const { issueLinkTypes } = await must<{ issueLinkTypes: Bean[] }>('GET', '/issueLinkType');
  await must('DELETE', `/issueLinkType/${issueLinkTypes.find(({ name }) => name === 'AIMS treatment')?.id}`);
  await site.site.runSchedule('every-night');
  await site.site.settle({ within: HOUR });
  expect((await overviewNow()).gone).toEqual(['Link type “treats”', 'Option “Observation” of the field “Grade”']);
});
