import { type Enrolled, openEnrolled } from '../support/enrolled';
import { linkPage, paragraph } from '../support/saying';
import { movesBy, tileOf } from '../support/states';

/** Done work that says nothing: what the app asks Jira for to know it, and when. */

const CONTEXT = 'iso42001/4.1';
let site: Enrolled;
beforeEach(async () => {
  site = await openEnrolled();
});
afterEach(() => site.close());

const asked = (mark: ReturnType<Enrolled['site']['journal']['mark']>) =>
  site.site.journal
    .since(mark)
    .list('product')
    .filter(({ as }) => as === 'app')
    .map(({ method, path }) => `${method} ${path.replace(/\d{4,}/, 'ID')}`);
const state = async () => (await tileOf(site, CONTEXT)).state;

async function task(description: unknown, ...moves: string[]): Promise<string> {
  const { id } = await site.create('Task', { ...(await site.options(CONTEXT)), description });
  await movesBy(site, id, 'admin', ...moves);
  await site.site.settle();
  return id;
}

test('links are asked for only of what is done, names a requirement, and says nothing by itself', async () => {
  const mark = site.site.journal.mark();
  await task(null, 'In Progress');
  await task(paragraph('Context and expectations were gone through with the board.'), 'Done');
  const unnamed = await site.create('Task', { description: null });
  await movesBy(site, unnamed.id, 'admin', 'Done');
  await site.site.settle();
  expect(asked(mark).filter((call) => call.includes('remotelink'))).toEqual([]);
  await task(null, 'Done');
  expect(asked(mark).filter((call) => call.includes('remotelink'))).toEqual(['GET /rest/api/3/issue/ID/remotelink']);
});

test('what is written in work that is not done costs nothing', async () => {
  const id = await task(null, 'In Progress');
  const mark = site.site.journal.mark();
  await site.rest('PUT', `/rest/api/3/issue/${id}`, { fields: { description: paragraph('Begun.') } });
  await site.site.settle();
  expect([asked(mark), site.site.journal.since(mark).list('sql')]).toEqual([[], []]);
});

test('a page that is linked to done work is found in the night, for no event tells of it', async () => {
  const id = await task(null, 'Done');
  expect(await state()).toBe('in-progress');
  await linkPage(site, id);
  expect(await state()).toBe('in-progress');
  await site.site.clock.advance(1_000);
  await site.site.runSchedule('every-night');
  await site.site.settle({ within: 3_600_000 });
  expect(await state()).toBe('implemented');
});

test('the panel names it under what is missing', async () => {
  const id = await task(null, 'Done');
  const missing = async () =>
    (await site.call<{ missing: { code: string }[] }>('issue.context', { issueId: id })).missing.map(
      ({ code }) => code,
    );
  expect(await missing()).toEqual(['empty']);
  await site.rest('PUT', `/rest/api/3/issue/${id}`, {
    fields: { description: paragraph('Context and expectations were gone through with the board.') },
  });
  await site.site.settle();
  expect(await missing()).toEqual([]);
});
