import type { Output } from '../../src/contract/procedures';
import { FACT_FIELDS, FIELDS } from '../../src/domain/vocabulary/vocabulary';
import { figureWords, unknownWords } from '../../src/words/figures';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { storedCells } from '../support/recount';
import { unknownOfEach } from '../support/unknown';

/**
 * Whatever an administrator renames, translates, trashes or removes, of all that figures are read by: they are equal, or cells
 * keep their last state and say since when it is not known, and totals say how many; the whole never shrinks.
 */

const HOUR = 3_600_000;
const DAY = '2026-11-24';
let site: Enrolled;

async function must<T>(method: string, path: string, body?: unknown): Promise<T> {
  const answer = await site.rest<T>(method, `/rest/api/3${path}`, body);
  if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}
const custom = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [site.fieldId(name), value]));
const settle = () => site.site.settle({ within: HOUR });
const overview = () => site.call<Output<'coverage.overview'>>('coverage.overview', { projectId: null, trend: false });

async function night(): Promise<void> {
  await site.site.clock.advance(60_000);
  await site.site.runSchedule('every-night');
  await settle();
}

const status = async (issueId: string) =>
  (await must<{ fields: { status: Bean } }>('GET', `/issue/${issueId}?fields=status`)).fields.status.name;

/** A system in operation with a risk that is treated and accepted, evidence by a record, a nonconformity; all by links. */
async function fill() {
  const system = await site.create(
    'AI system',
    custom({ 'Our part': [{ value: 'Develop' }], 'In AIMS scope': { value: 'Yes' } }),
  );
  await site.move(system.id, 'Take over existing system: Operation and monitoring');
  const record = async (requirementId: string, concerns: boolean) => {
    const { id } = await site.create('Task', {
      ...(await site.options(requirementId)),
      ...custom({ 'Evidence effective date': '2026-11-01', 'Evidence review due': '2027-11-01' }),
    });
    await site.move(id, 'Done');
    if (concerns) await site.link('AIMS concern', id, system.id);
    return id;
  };
  await record('iso42001/8.2', true);
  await record('iso42001/A.4.3', true);
  await record('iso42001/7.2', false);
  const risk = await site.create('AI risk', {
    ...custom({
      Likelihood: { value: '4 - likely' },
      Consequence: { value: '5 - severe' },
      'Residual likelihood': { value: '2 - unlikely' },
      'Residual consequence': { value: '3 - moderate' },
      'Treatment option': { value: 'Retain' },
      'Acceptance expires': '2027-03-01',
    }),
  });
  await site.link('AIMS concern', risk.id, system.id);
  const treatment = await site.create('Task');
  await site.link('AIMS treatment', treatment.id, risk.id);
  await site.move(treatment.id, 'Done');
  for (const transition of ['Analyse', 'Review what remains', 'Accept']) await site.move(risk.id, transition);
  expect(await status(risk.id)).toBe('Accepted');
  const finding = await site.create('Nonconformity', {
    ...(await site.options('iso42001/9.2.1')),
    ...custom({ Grade: { value: 'Major' }, 'Detected on': '2026-11-01', Correction: 'stopped', Cause: 'no check' }),
  });
  await settle();
  return { system, risk, treatment, finding };
}

interface Seen {
  states: Record<string, string>;
  figures: unknown;
}
/** States of all cells, and the figures; not the reasons. */
async function seen(): Promise<Seen> {
  const cells = (await storedCells(site.site)) as Record<string, { state: string }>;
  const { organisation, systemCells } = await overview();
  return {
    states: Object.fromEntries(Object.entries(cells).map(([key, { state }]) => [key, state])),
    figures: { organisation, systemCells },
  };
}

/** The cells that say that they are not known, each with the day since which. */
async function marked(): Promise<Record<string, string>> {
  const cells = (await storedCells(site.site)) as Record<string, { reasons: { code: string; day: string }[] }>;
  return Object.fromEntries(
    Object.entries(cells).flatMap(([key, { reasons }]) => {
      const mark = reasons.find(({ code }) => code === 'unknown');
      return mark ? [[key, mark.day]] : [];
    }),
  );
}

interface Bean {
  id: string;
  name: string;
}
const linkTypes = async () => (await must<{ issueLinkTypes: Bean[] }>('GET', '/issueLinkType')).issueLinkTypes;

describe('each field in the trash, alone', () => {
  let own: string;
  let before: Seen;
  beforeAll(async () => {
    site = await openEnrolled();
    own = `jira:${(await fill()).system.id}`;
    await night();
    before = await seen();
  });
  afterAll(() => site.close());

  /** Cells that rest on it, of those that `fill` makes; of an AI system's own fields all 26. */
  const RESTING: Record<string, (id: string) => string[]> = {
    likelihood: (id) => [`${id} iso42001/8.2`, `${id} iso42001/8.3`],
    grade: () => ['organisation iso42001/10.2', 'organisation iso42001/9.2.1'],
    cause: () => ['organisation iso42001/10.2'],
    'evidence-effective-date': (id) => [`${id} iso42001/8.2`, `${id} iso42001/A.4.3`, 'organisation iso42001/7.2'],
    'system-owner': () => [],
    'ai-act-class': () => [],
  };

  test.each(FACT_FIELDS.map(({ key, name }) => [name, key]))('%s', async (name, key) => {
    const path = `/field/${site.fieldId(name)}`;
    await must('POST', `${path}/trash`);
    await night();
    expect(await seen()).toEqual(before);
    const { gone, unknown } = await overview();
    expect(gone).toEqual([`Field “${name}”`]);
    const marks = await marked();
    for (const day of Object.values(marks)) expect(day).toMatch(/^2026-11-2\d$/);
    const wanted = RESTING[key]?.(own);
    if (wanted !== undefined) expect(Object.keys(marks)).toEqual(expect.arrayContaining(wanted));
    if (wanted?.length === 0) expect(marks).toEqual({});
    const once = Object.keys(marks).filter((cell) => cell.startsWith('organisation '));
    expect(unknown?.missing).toBe('field');
    expect(unknown?.organisation).toBeLessThanOrEqual(once.length);
    expect(await unknownOfEach(site, own)).toEqual(Array(4).fill(unknown?.systemCells || undefined));
    await must('POST', `${path}/restore`);
    await night();
    expect(await seen()).toEqual(before);
    expect([(await overview()).unknown, await marked()]).toEqual([null, {}]);
  });

  test('all of them removed for good', async () => {
    for (const { name } of FIELDS) await must('DELETE', `/field/${site.fieldId(name)}`);
    await settle();
    await night();
    expect(await seen()).toEqual(before);
    const { unknown, organisation, systemCells } = await overview();
    if (organisation === null) throw new Error('The administrator sees all.');
    expect(figureWords(organisation, unknownWords(unknown, 'organisation'))).toMatch(
      /^\d+ of \d+ implemented, \d+ unknown: field missing, /,
    );
    expect(figureWords(systemCells, unknownWords(unknown, 'systemCells'))).toMatch(
      / of (\d+) implemented, \1 unknown: field missing, /,
    );
  });
});

interface Row {
  what: string;
  /** Changes Jira's configuration. */
  change(filled: Awaited<ReturnType<typeof fill>>): Promise<unknown>;
  /** What health and the overview name by the next morning. */
  gone: string[];
  /** Some of the cells that say so. */
  marks?(filled: Awaited<ReturnType<typeof fill>>): string[];
}

async function removeType(name: string): Promise<void> {
  const types = await must<Bean[]>('GET', '/issuetype');
  await must('DELETE', `/issuetype/${types.find((one) => one.name === name)?.id}`);
}

interface Workflow {
  id: string;
  description?: string;
  version: unknown;
  statuses: { statusReference: string }[];
  transitions: { toStatusReference?: string; links?: { fromStatusReference?: string }[] }[];
}
/** A status leaves its workflow, whose issues go into another one, and is removed. */
async function removeStatus(workflowName: string, name: string, into: string): Promise<void> {
  const found = await must<{
    statuses: (Bean & { scope?: unknown; statusReference: string })[];
    workflows: Workflow[];
  }>('POST', '/workflows', { workflowNames: [workflowName] });
  const [workflow] = found.workflows as [Workflow];
  const ref = (status: string) => found.statuses.find((one) => one.name === status)?.statusReference ?? '';
  const [from, to] = [ref(name), ref(into)];
  await must('POST', '/workflows/update', {
    statuses: found.statuses.filter(({ id }) => id !== from).map(({ scope: _, ...status }) => status),
    workflows: [
      {
        id: workflow.id,
        description: workflow.description,
        version: workflow.version,
        statuses: workflow.statuses
          .filter(({ statusReference }) => statusReference !== from)
          .map((status) => ({ properties: {}, ...status })),
        transitions: workflow.transitions
          .filter((one) => one.toStatusReference !== from)
          .map((one) => ({ ...one, links: one.links?.filter((link) => link.fromStatusReference !== from) }))
          .filter(
            (one) => one.links === undefined || one.links.length > 0 || !('type' in one && one.type === 'DIRECTED'),
          ),
        defaultStatusMappings: [{ oldStatusReference: from, newStatusReference: to }],
      },
    ],
  });
  await must('DELETE', `/statuses?id=${from}`);
}

const removeLinkType = async (name: string) =>
  must('DELETE', `/issueLinkType/${(await linkTypes()).find((one) => one.name === name)?.id}`);

const MATRIX: Row[] = [
  ...['AIMS concern', 'AIMS treatment'].map(
    (name): Row => ({
      what: `link type ${name} removed`,
      change: () => removeLinkType(name),
      gone: [`Link type “${name === 'AIMS concern' ? 'concerns' : 'treats'}”`],
      ...(name === 'AIMS concern'
        ? { marks: ({ system }) => [`jira:${system.id} iso42001/A.4.3`, `jira:${system.id} iso42001/8.2`] }
        : {}),
    }),
  ),
  // One that no issue has: what becomes of issues stands below.
  {
    what: 'issue type Corrective action removed',
    change: () => removeType('Corrective action'),
    gone: ['Issue type “corrective action”'],
  },
  {
    what: 'status Accepted removed',
    change: () => removeStatus('AIMS AI risk', 'Accepted', 'Identified'),
    gone: ['Status “accepted”'],
    marks: ({ system }) => [`jira:${system.id} iso42001/8.3`],
  },
  {
    what: 'a resolution translated',
    change: async () => {
      for (const { id } of await must<Bean[]>('GET', '/resolution'))
        await must('PUT', `/resolution/${id}`, { name: `Ergebnis ${id}` });
    },
    gone: [],
  },
];

describe.each(MATRIX)('$what', ({ change, gone, marks }) => {
  afterEach(() => site.close());

  test('figures stand', async () => {
    site = await openEnrolled();
    const filled = await fill();
    await night();
    const before = await seen();
    await change(filled);
    await night();
    expect(await seen()).toEqual(before);
    const now = await overview();
    expect(now.gone).toEqual(gone);
    const health = await site.call<Output<'health.read'>>('health.read', {});
    expect(health.gone?.what ?? []).toEqual(gone);
    const all = await marked();
    expect(Object.keys(all)).toEqual(expect.arrayContaining(marks?.(filled) ?? []));
    if (gone.length === 0) expect(all).toEqual({});
    // Whatever is read again stays.
    await site.call('setup.reconcile', { extent: 'full' });
    await settle();
    expect(await seen()).toEqual(before);
  });
});

test('a link type that is removed takes nothing along, although an event comes before the night', async () => {
  site = await openEnrolled();
  const { risk } = await fill();
  await night();
  const before = await seen();
  await removeLinkType('AIMS concern');
  await must('PUT', `/issue/${risk.id}`, { fields: { labels: ['looked-at'] } });
  await settle();
  expect(await seen()).toEqual(before);
  expect((await overview()).gone).toEqual(['Link type “concerns”']);
  expect(Object.values(await marked())).toContain(DAY);
  await site.close();
});
