import { operate, setUp } from '../../cli/operator';
import { catalogue } from '../../controls';
import type { Output } from '../../src/contract/procedures';
import { numberOf } from '../../src/domain/requirement/requirement-id';
import { closeProject, createPeople, type People } from '../access/people';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { approvedStatement } from '../support/statement';

const SECRET = 'Sealed';

interface Answer {
  tile: unknown;
  cells: { system: { key: string } | null; reasons: { items: unknown[]; hidden: number }[] }[];
  notListed: number;
}

/** Every title of the closed project starts with one word, and its key is unlike any other text of an answer. */
describe('two viewers of one scope', () => {
  let site: Enrolled;
  let people: People;
  let closed: string;

  beforeAll(async () => {
    site = await openEnrolled();
    people = await createPeople(site);
    const project = { key: 'ZSEALED', name: SECRET, projectTypeKey: 'business', leadAccountId: 'admin' };
    const created = await site.rest<{ id: number }>('POST', '/rest/api/3/project', project);
    closed = String(created.body.id);
    await setUp(site.site, operate(site.site), closed);
    await closeProject(site, closed, []);
    const sealed = { project: { id: closed } };
    const option = await optionFinder(site, closed);
    const own = await site.create('AI system', { summary: 'Open system' });
    const hidden = await site.create('AI system', { ...sealed, summary: `${SECRET} system` });
    for (const [fields, summary, system] of [
      [{}, 'Open work', own],
      [sealed, `${SECRET} work`, hidden],
      // Work of the closed project for a system that everybody sees, and the other way round.
      [sealed, `${SECRET} work for all`, own],
      [{}, 'Open work for few', hidden],
    ] as const) {
      const requirements = ['iso42001/8.2', 'iso42001/A.6.2.4', 'iso42001/4.1'].map(option);
      const work = await site.create('Task', { ...fields, summary, [site.fieldId('AIMS requirements')]: requirements });
      await site.link('AIMS concern', work.id, system.id);
    }
    const risk = await site.create('AI risk', { ...sealed, summary: `${SECRET} risk` });
    await site.link('AIMS concern', risk.id, own.id);
    const finding = await site.create('Nonconformity', {
      ...sealed,
      summary: `${SECRET} finding`,
      [site.fieldId('AIMS requirements')]: [option('iso42001/9.2.2')],
    });
    expect(finding.key).toMatch(/^ZSEALED-/);
    await site.site.settle();
  });
  afterAll(async () => {
    await site.close();
  });

  const both = async <T>(name: string, payload: unknown): Promise<[T, T]> => [
    await site.call<T>(name, payload, people.administrator),
    await site.call<T>(name, payload, people.member),
  ];

  test('25. Same numbers for all, nothing leaks: the overview and the reasons', async () => {
    for (const projectId of [null, site.projectId]) {
      const [mine, theirs] = await both('coverage.overview', { projectId });
      expect(theirs).toEqual(mine);
      for (const requirementId of ['iso42001/8.2', 'iso42001/A.6.2.4', 'iso42001/4.1', 'iso42001/9.2.2']) {
        const [first, second] = await both('coverage.reasons', { projectId, requirementId });
        expect(second).toEqual(first);
      }
    }
  });

  test('a requirement has equal figures, and nothing that one of them may not open', async () => {
    let hiddenItems = 0;
    let seenByAdministrator = 0;
    for (const { id: requirementId } of catalogue.requirements) {
      const [mine, theirs] = await both<Answer>('coverage.requirement', { projectId: null, requirementId });
      expect(theirs.tile).toEqual(mine.tile);
      const counted = (answer: Answer) => answer.cells.filter((cell) => cell.system !== null).length + answer.notListed;
      expect(counted(theirs)).toBe(counted(mine));
      const text = JSON.stringify(theirs);
      expect(text).not.toContain(SECRET);
      expect(text).not.toContain('ZSEALED');
      hiddenItems += theirs.cells.flatMap((cell) => cell.reasons).reduce((sum, reason) => sum + reason.hidden, 0);
      if (JSON.stringify(mine).includes(SECRET)) seenByAdministrator += 1;
    }
    // Without these the test would say nothing: there is something to hide, and it is counted.
    expect(seenByAdministrator).toBeGreaterThanOrEqual(4);
    expect(hiddenItems).toBeGreaterThan(0);
  });

  test('a system of the closed project cannot be asked for', async () => {
    const { body } = await site.rest<{ issues: { id: string }[] }>('POST', '/rest/api/3/search/jql', {
      jql: 'project = ZSEALED AND issuetype = "AI system"',
    });
    const payload = { issueId: body.issues[0]?.id };
    await expect(site.call('coverage.system', payload, people.member)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(site.call('coverage.system', payload, people.administrator)).resolves.toBeDefined();
  });

  test('the Statement "to review" counts the risks that somebody may not see, and names none of them', async () => {
    const control = 'iso42001/A.2.3';
    await approvedStatement(site, { [control]: { applicable: false } });
    const named = { [site.fieldId('AIMS requirements')]: [(await optionFinder(site, closed))(control)] };
    await site.create('AI risk', { project: { id: closed }, summary: `${SECRET} risk of a control`, ...named });
    await site.site.settle();
    const [mine, theirs] = await both<Output<'statement.read'>>('statement.read', {});
    const numbers = ({ review }: Output<'statement.read'>) => review.map(({ issues: _, ...told }) => told);
    expect(numbers(theirs)).toEqual(numbers(mine));
    expect(numbers(mine)).toMatchObject([{ cause: 'excluded-and-needed', count: 1 }]);
    expect([mine, theirs].map(({ review }) => review[0]?.issues.length)).toEqual([1, 0]);
    expect(JSON.stringify(theirs)).not.toContain(SECRET);
    expect(JSON.stringify(theirs)).not.toContain('ZSEALED');
  });

  test('neither the database nor the log holds a title', async () => {
    const logged = JSON.stringify(site.site.journal.list('log'));
    expect(logged).not.toContain(SECRET);
    for (const table of ['item', 'coverage_cell']) {
      const rows = await site.site.sql(`SELECT * FROM ${table}`);
      expect(rows.length).toBeGreaterThan(0);
      expect(JSON.stringify(rows)).not.toContain(SECRET);
    }
  });
});

/** Options of "AIMS requirements" by number, as the create form of a project offers them. */
async function optionFinder(site: Enrolled, projectId: string): Promise<(requirementId: string) => { id: string }> {
  const base = `/rest/api/3/issue/createmeta/${projectId}/issuetypes`;
  const types = await site.rest<{ issueTypes: { id: string; name: string }[] }>('GET', base);
  const task = types.body.issueTypes.find(({ name }) => name === 'Task')?.id;
  const form = await site.rest<{ fields: { name: string; allowedValues?: { id: string; value: string }[] }[] }>(
    'GET',
    `${base}/${task}?maxResults=200`,
  );
  const options = form.body.fields.find(({ name }) => name === 'AIMS requirements')?.allowedValues ?? [];
  return (requirementId) => {
    const found = options.find(({ value }) => value.startsWith(`${numberOf(requirementId)} `));
    if (!found) throw new Error(`There is no option ${requirementId}.`);
    return { id: found.id };
  };
}
