import { jirasOwnMeaning } from '../../src/domain/vocabulary/resolution';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { storedFacts } from '../support/recount';

/** What a resolution means is chosen for its id, whatever it is called; one that nobody chose is asked for. */

const HOUR = 3_600_000;
let site: Enrolled;

beforeEach(async () => {
  site = await openEnrolled();
});
afterEach(() => site.close());

interface Resolution {
  id: string;
  name: string;
  meaning: string | null;
  proposal: string;
}
const settings = () => site.call<{ revision: number; resolutions: Resolution[] }>('figureSettings.read', {});
const read = async () => (await settings()).resolutions;
const unanswered = async () =>
  (await site.call<{ unansweredResolutions: number }>('health.read', {})).unansweredResolutions;

async function night(): Promise<void> {
  await site.site.runSchedule('every-night');
  await site.site.settle({ within: HOUR });
}

/** A done task with the resolution, and whether it counts as never done. */
async function resolved(id: string): Promise<() => Promise<boolean>> {
  const task = await site.create('Task');
  await site.move(task.id, 'Done');
  const edited = await site.rest('PUT', `/rest/api/3/issue/${task.id}`, { fields: { resolution: { id } } });
  expect(edited.status).toBe(204);
  await site.site.settle({ within: HOUR });
  return async () => (await storedFacts(site.site)).get(`jira:${task.id}`)?.cancelled === true;
}

async function screenShows(field: string): Promise<void> {
  const tabs = await site.rest<{ id: number }[]>('GET', '/rest/api/3/screens/1/tabs');
  await site.rest('POST', `/rest/api/3/screens/1/tabs/${tabs.body[0]?.id}/fields`, { fieldId: field });
}

test('set-up turns the names that counted into ids; renamed they count the same, unknown ones are asked for and chosen', async () => {
  await screenShows('resolution');
  const { body: made } = await site.rest<{ id: string }>('POST', '/rest/api/3/resolution', { name: 'Parked' });
  await night();
  const all = await read();
  const wont = all.find(({ name }) => name === 'Won\u2019t Do' || name === "Won't Do");
  const other = all.find(({ id }) => id === made.id);
  expect(wont).toMatchObject({ meaning: 'not-done', proposal: 'not-done' });
  // Of a site as Jira makes it nothing is asked: what Jira brings is known.
  expect(all.filter(({ meaning }) => meaning === null)).toEqual([other]);
  expect(await unanswered()).toBe(1);

  const never = await resolved(wont?.id ?? '');
  const asked = await resolved(other?.id ?? '');
  expect([await never(), await asked()]).toEqual([true, false]);

  const renamed = await site.rest('PUT', `/rest/api/3/resolution/${wont?.id}`, { name: 'Wird nicht erledigt' });
  expect(renamed.status).toBe(204);
  await night();
  await site.call('setup.reconcile', { extent: 'full' });
  await site.site.settle({ within: HOUR });
  expect([await never(), await asked()]).toEqual([true, false]);

  const { revision } = await settings();
  const row = { key: `resolution/${other?.id}`, body: { means: 'not-done' } };
  await site.call('figureSettings.edit', { revision, rows: [row] });
  await site.site.settle({ within: HOUR });
  expect([await never(), await asked(), await unanswered()]).toEqual([true, true, 0]);

  await site.rest('POST', '/rest/api/3/resolution', { name: 'Obsolete' });
  await night();
  expect(await unanswered()).toBe(1);
  expect((await read()).find(({ name }) => name === 'Obsolete')).toMatchObject({ meaning: null, proposal: 'not-done' });
});

test('what Jira brings is known by id and name together; renamed or made by people it is asked for', async () => {
  expect(await unanswered()).toBe(0);
  const [done] = (await read()).filter(({ name }) => name === 'Done');
  expect(done?.meaning).toBe('done');
  const pairs = [
    ['10000', 'Done', 'done'],
    ['10000', 'Abandoned', null],
    ['10007', 'Done', null],
    ['10001', 'Won\u2019t Do', 'not-done'],
    ['4', 'Incomplete', 'not-done'],
    ['10004', 'Known Error', null],
  ] as const;
  for (const [id, name, meaning] of pairs)
    expect([id, name, jirasOwnMeaning({ id, name })]).toEqual([id, name, meaning]);
});

test('known, and then renamed, it keeps its meaning and is not asked for', async () => {
  const [done] = (await read()).filter(({ name }) => name === 'Done');
  await site.rest('PUT', `/rest/api/3/resolution/${done?.id}`, { name: 'Erledigt' });
  await night();
  expect(await unanswered()).toBe(0);
  expect((await read()).find(({ name }) => name === 'Erledigt')?.meaning).toBe('done');
});
