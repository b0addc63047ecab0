import { operate, setUp } from '../../cli/operator';
import { closeProject, createPeople, type People } from '../access/people';
import { type Enrolled, openEnrolled } from '../support/enrolled';

const SECRET = 'Sealed';
const PAGE = { sort: null, page: 0, limit: 100 };

interface Listed {
  rows: { issueId: string; key: string; summary: string }[];
  total: number;
  hidden: number;
}

/** Two projects, of which the member sees one: registers, heat maps and the matrix say the same numbers to both. */
describe('the screens of registers', () => {
  let site: Enrolled;
  let people: People;
  let closed: string;
  let own: { id: string; key: string };
  let sealedSystem: { id: string; key: string };

  beforeAll(async () => {
    site = await openEnrolled();
    people = await createPeople(site);
    const project = { key: 'ZSEALED', name: SECRET, projectTypeKey: 'business', leadAccountId: 'admin' };
    closed = String((await site.rest<{ id: number }>('POST', '/rest/api/3/project', project)).body.id);
    await setUp(site.site, operate(site.site), closed);
    await closeProject(site, closed, []);
    const sealed = { project: { id: closed } };
    own = await site.create('AI system', {
      summary: 'Open system',
      assignee: { accountId: people.member },
      [site.fieldId('AI Act class')]: [{ value: 'Prohibited' }],
      [site.fieldId('AI Act role')]: [{ value: 'Deployer' }],
    });
    sealedSystem = await site.create('AI system', { ...sealed, summary: `${SECRET} system` });
    await site.move(own.id, 'Take over existing system: Operation and monitoring');
    const rating = (likelihood: string, consequence: string) => ({
      [site.fieldId('Likelihood')]: { value: likelihood },
      [site.fieldId('Consequence')]: { value: consequence },
    });
    for (const [fields, summary, system] of [
      [rating('4 - likely', '5 - severe'), 'High risk', own],
      [{ ...sealed, ...rating('4 - likely', '5 - severe') }, `${SECRET} risk`, own],
      [rating('1 - rare', '2 - minor'), 'Low risk', sealedSystem],
      [{}, 'Unrated risk', own],
    ] as const) {
      const risk = await site.create('AI risk', { ...fields, summary });
      await site.link('AIMS concern', risk.id, system.id);
    }
    for (const [fields, summary] of [
      [{ [site.fieldId('Grade')]: { value: 'Major' }, [site.fieldId('Detected on')]: '2026-08-01' }, 'Major finding'],
      [{ ...sealed, [site.fieldId('Effectiveness due')]: '2026-11-01' }, `${SECRET} finding`],
      [{ [site.fieldId('Grade')]: { value: 'Observation' } }, 'Observed'],
    ] as const)
      await site.create('Nonconformity', {
        ...fields,
        summary,
        [site.fieldId('AIMS requirements')]: [{ value: '9.2.2 Internal audit programme' }],
      });
    await site.site.settle();
  });
  afterAll(async () => {
    await site.close();
  });

  const both = async <T>(name: string, payload: unknown): Promise<[T, T]> => [
    await site.call<T>(name, payload, people.administrator),
    await site.call<T>(name, payload, people.member),
  ];

  const systems = { projectId: null, text: null, stages: [], fields: {}, only: 'all', ...PAGE };
  const risks = { projectId: null, only: 'all', square: null, fields: {}, ...PAGE };
  const findings = { projectId: null, only: 'open', grade: null, stage: null, age: null, fields: {}, ...PAGE };

  test.each([
    ['systems.list', systems, 2, 1],
    ['risks.list', risks, 4, 3],
    ['nonconformities.list', findings, 3, 2],
  ] as const)('%s: rows as the viewer may see them, and how many more there are', async (name, payload, all, seen) => {
    const [mine, theirs] = await both<Listed>(name, payload);
    expect([mine.rows.length, mine.total, mine.hidden]).toEqual([all, all, 0]);
    expect([theirs.rows.length, theirs.total, theirs.hidden]).toEqual([seen, seen, all - seen]);
    expect(JSON.stringify(mine)).toContain(SECRET);
    for (const trace of [SECRET, 'ZSEALED', sealedSystem.id]) expect(JSON.stringify(theirs)).not.toContain(trace);
  });

  test('overviews, trend and look here are the same for every viewer of the scope', async () => {
    for (const [name, payload] of [
      ['coverage.overview', { projectId: null, trend: true }],
      ['coverage.trend', { projectId: null, days: 30 }],
      ['risks.overview', { projectId: null }],
      ['nonconformities.overview', { projectId: null }],
    ] as const) {
      const [mine, theirs] = await both(name, payload);
      expect(theirs).toEqual(mine);
    }
  });

  test('no answer that a member gets carries a trace of the closed project', async () => {
    for (const [name, payload] of [
      ['matrix.rows', { projectId: null, stages: [], fields: {}, after: null, limit: 100 }],
      ['projects.list', { projectId: null }],
      ['viewer.needs', { projectId: null }],
      ['system.detail', { issueId: own.id }],
      ['issue.context', { issueId: own.id }],
      ['issue.search', { issueId: own.id, role: 'concerns', text: '' }],
      ['issue.search', { issueId: own.id, role: 'concerns', text: SECRET }],
      ['issue.search', { issueId: own.id, role: 'concerns', text: sealedSystem.key }],
      ['systems.list', { ...systems, text: SECRET }],
      ['issues.titles', { issueIds: [own.id, sealedSystem.id] }],
    ] as const) {
      const answer = JSON.stringify(await site.call(name, payload, people.member));
      for (const trace of [SECRET, 'ZSEALED']) expect([name, answer.includes(trace)]).toEqual([name, false]);
    }
  });

  test('what is hidden is counted: in the chain, in links, in the matrix and among projects', async () => {
    const [mine, theirs] = await both<{ chain: { risks: { issue: unknown }[] } }>('system.detail', { issueId: own.id });
    expect(theirs.chain.risks.length).toBe(mine.chain.risks.length);
    expect(theirs.chain.risks.filter(({ issue }) => issue === null)).toHaveLength(1);
    const context = await site.call<{ links: { issues: unknown[]; hidden: number }[] }>(
      'issue.context',
      { issueId: own.id },
      people.member,
    );
    expect(context.links).toEqual([expect.objectContaining({ role: 'concerns', direction: 'in', hidden: 1 })]);
    const matrix = { projectId: null, stages: [], fields: {}, after: null, limit: 100 };
    const [whole, part] = await both<{ rows: { issueId: string }[]; hidden: number; total: number }>(
      'matrix.rows',
      matrix,
    );
    expect([whole.rows.length, whole.hidden, part.rows.map(({ issueId }) => issueId), part.hidden]).toEqual([
      2,
      0,
      [own.id],
      1,
    ]);
    const [, projects] = await both<{ projects: { projectId: string }[]; hidden: number }>('projects.list', {
      projectId: null,
    });
    expect(projects).toMatchObject({ projects: [{ projectId: site.projectId }], hidden: 1 });
  });

  test('25. every square, list and number of an overview has as many rows as it says', async () => {
    interface Totals {
      total: number;
      inherent: { squares: number[][]; unrated: number };
      aboveThreshold: number;
    }
    const totals = await site.call<Totals>('risks.overview', { projectId: null });
    const count = async (more: object) => (await site.call<Listed>('risks.list', { ...risks, ...more })).total;
    expect(totals.total).toBe(4);
    for (let likelihood = 1; likelihood <= 5; likelihood++)
      for (let consequence = 1; consequence <= 5; consequence++) {
        const square = { map: 'inherent', likelihood, consequence };
        expect([square, await count({ square })]).toEqual([
          square,
          totals.inherent.squares[likelihood - 1]?.[consequence - 1],
        ]);
      }
    expect(totals.inherent.squares[3]?.[4]).toBe(2);
    expect(await count({ only: 'unrated' })).toBe(totals.inherent.unrated);
    expect(await count({ only: 'above-threshold' })).toBe(totals.aboveThreshold);
    expect(totals.aboveThreshold).toBe(2);

    const findingCount = async (more: object) =>
      (await site.call<Listed>('nonconformities.list', { ...findings, ...more })).total;
    interface FindingTotals {
      open: number;
      byGradeAndStage: { grade: string; stage: string; count: number }[];
      byAge: Record<string, number>;
      overdue: number;
      effectivenessDue: number;
    }
    const found = await site.call<FindingTotals>('nonconformities.overview', { projectId: null });
    expect(found.open).toBe(3);
    for (const { grade, stage, count: wanted } of found.byGradeAndStage)
      expect([grade, stage, await findingCount({ grade, stage })]).toEqual([grade, stage, wanted]);
    for (const [age, wanted] of Object.entries(found.byAge))
      expect([age, await findingCount({ age })]).toEqual([age, wanted]);
    expect(Object.values(found.byAge).reduce((a, b) => a + b, 0)).toBe(found.open);
    expect([await findingCount({ only: 'overdue' }), found.overdue]).toEqual([1, 1]);
    expect(await findingCount({ only: 'effectiveness-due' })).toBe(found.effectivenessDue);

    const {
      lookHere,
      trend,
      organisation,
      systemCells,
      systems: counts,
    } = await site.call<{
      lookHere: Record<string, number>;
      trend: { points: object[] };
      organisation: object;
      systemCells: object;
      systems: { inScope: number };
    }>('coverage.overview', { projectId: null, trend: true });
    expect(lookHere).toMatchObject({
      risksAboveThreshold: totals.aboveThreshold,
      risksUnrated: totals.inherent.unrated,
      nonconformitiesOpen: found.open,
      nonconformitiesOverdue: found.overdue,
      prohibited: 1,
      inOperationWithoutImpactAssessment: 1,
    });
    const prohibited = await site.call<Listed>('systems.list', {
      ...systems,
      fields: { 'ai-act-class': ['Prohibited'] },
    });
    expect(prohibited.rows.map(({ key }) => key)).toEqual([own.key]);
    const unassessed = { ...systems, only: 'in-operation-without-impact-assessment' };
    expect((await site.call<Listed>('systems.list', unassessed)).rows.map(({ key }) => key)).toEqual([own.key]);
    expect(trend.points.at(-1)).toMatchObject({ organisation, systemCells, systems: counts.inScope });
  });

  test('25. a system has the same cells in the matrix, in its detail and in the register', async () => {
    interface Matrix {
      requirements: { id: string }[];
      rows: { issueId: string; states: string }[];
      letters: Record<string, string>;
    }
    const matrix = await site.call<Matrix>('matrix.rows', {
      projectId: site.projectId,
      stages: [],
      fields: {},
      after: null,
      limit: 10,
    });
    const row = matrix.rows.find(({ issueId }) => issueId === own.id);
    const fromMatrix = Object.fromEntries(
      matrix.requirements.map(({ id }, place) => [id, matrix.letters[row?.states[place] ?? '']]),
    );
    const detail = await site.call<{ cells: { requirementId: string; state: string }[]; figure: object }>(
      'system.detail',
      { issueId: own.id },
    );
    expect(Object.fromEntries(detail.cells.map(({ requirementId, state }) => [requirementId, state]))).toEqual(
      fromMatrix,
    );
    const { rows } = await site.call<{ rows: { issueId: string; figure: object; owner: { name: string } }[] }>(
      'systems.list',
      systems,
    );
    const listed = rows.find(({ issueId }) => issueId === own.id);
    expect(listed?.figure).toEqual(detail.figure);
    expect(listed?.owner).toMatchObject({ name: 'member' });
  });

  test('a page follows the other, filters are exact, and words are searched as the viewer', async () => {
    const first = await site.call<Listed>('risks.list', { ...risks, limit: 3 });
    const second = await site.call<Listed>('risks.list', { ...risks, limit: 3, page: 1 });
    expect([first.rows.length, second.rows.length, first.total]).toEqual([3, 1, 4]);
    expect(new Set([...first.rows, ...second.rows].map(({ key }) => key)).size).toBe(4);
    const summaries = first.rows.map(({ summary }) => summary);
    // Highest level first, what is not rated last.
    expect(summaries[2]).toBe('Low risk');
    expect(second.rows[0]?.summary).toBe('Unrated risk');
    const text = async (words: string) =>
      (await site.call<Listed>('systems.list', { ...systems, text: words })).rows.map(({ summary }) => summary);
    expect(await text('open')).toEqual(['Open system']);
    expect(await text('") OR project = ZSEALED OR summary ~ ("')).toEqual([]);
    expect((await site.call<Listed>('systems.list', { ...systems, stages: ['retired'] })).total).toBe(0);
  });

  test('figures cost no call of Jira but the one for access, and registers one more', async () => {
    const cost = async (name: string, payload: unknown) => {
      const mark = site.site.journal.mark();
      await site.call(name, payload, people.member);
      const { sql, product } = site.site.journal.since(mark).counts;
      return { sql, product };
    };
    const projectId = site.projectId;
    expect(await cost('coverage.overview', { projectId })).toEqual({ sql: 2, product: 1 });
    expect(await cost('coverage.overview', { projectId, trend: true })).toEqual({ sql: 4, product: 1 });
    expect(await cost('risks.overview', { projectId })).toEqual({ sql: 1, product: 1 });
    expect(await cost('nonconformities.overview', { projectId })).toEqual({ sql: 1, product: 1 });
    expect(await cost('matrix.rows', { projectId, stages: [], fields: {}, after: null, limit: 3_000 })).toEqual({
      sql: 2,
      product: 1,
    });
    expect(await cost('systems.list', { ...systems, projectId })).toEqual({ sql: 2, product: 2 });
    expect(await cost('risks.list', { ...risks, projectId })).toEqual({ sql: 1, product: 2 });
    expect(await cost('nonconformities.list', { ...findings, projectId })).toEqual({ sql: 1, product: 2 });
    expect(await cost('system.detail', { issueId: own.id })).toEqual({ sql: 3, product: 2 });
    expect(await cost('issue.context', { issueId: own.id })).toEqual({ sql: 2, product: 2 });
  });
});
