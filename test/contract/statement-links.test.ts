import { rowOf } from '../../cli/approve-statement';
import type { Output } from '../../src/contract/procedures';
import { closeProject } from '../access/people';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { approvedStatement, REASON, secondApprover } from '../support/statement';

/** What a reason rests on that its writer may not see. */

const CONTROL = 'iso42001/A.6.2.4';

let site: Enrolled;
let second: string;
beforeEach(async () => {
  site = await openEnrolled();
  second = await secondApprover(site);
});
afterEach(() => site.close());

const read = async (by = 'admin') => {
  const statement = await site.call<Output<'statement.read'>>('statement.read', {}, by);
  return { statement, row: statement.rows.find(({ key }) => key === CONTROL)?.row };
};
const write = async (body: unknown, by = 'admin') => {
  const { revision } = (await read(by)).statement;
  await site.call('statement.edit', { revision, rows: [{ key: CONTROL, body }] }, by);
};
const resting = (links: readonly string[], was?: number) => ({
  applicable: true,
  reasons: [{ kind: 'risk', text: REASON, links, ...(was === undefined ? {} : { was }) }],
});

test('a row that somebody saves keeps the links of its reason that they may not see, and loses those that they took out', async () => {
  const sealed = { key: 'ZSEALED', name: 'Sealed', projectTypeKey: 'business', leadAccountId: 'admin' };
  const { body: project } = await site.rest<{ id: number }>('POST', '/rest/api/3/project', sealed);
  const hidden = await site.create('Task', { project: { id: project.id } });
  const [kept, taken] = [await site.create('AI risk'), await site.create('AI risk')];
  await closeProject(site, String(project.id), []);
  const links = [hidden, kept, taken].map(({ id }) => `jira:${id}`);
  await write(resting(links));
  expect((await read()).row?.reasons).toMatchObject([{ links, hidden: 0 }]);

  expect((await read(second)).row?.reasons).toMatchObject([{ links: links.slice(1), hidden: 1 }]);
  await write(resting([`jira:${kept.id}`], 0), second);
  expect((await read()).row?.reasons[0]?.links.toSorted()).toEqual(links.slice(0, 2).toSorted());

  // Whoever writes a reason of their own in its place takes it out with all that it rested on.
  await write(resting([`jira:${kept.id}`]), second);
  expect((await read()).row?.reasons).toMatchObject([{ links: [`jira:${kept.id}`], hidden: 0 }]);
});

test('a row is put back as approved to the last word, whoever does it', async () => {
  await approvedStatement(site);
  const approved = (await read()).row;
  await write(rowOf(CONTROL, false, 'We do not do this any more.').body);
  expect((await read()).row?.applicable).toBe(false);
  await write('as-approved', second);
  const { statement, row } = await read();
  expect(row).toEqual(approved);
  expect(statement.rows.find(({ key }) => key === CONTROL)?.isChanged).toBe(false);
});
