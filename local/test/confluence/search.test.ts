import { ADMIN, ANONYMOUS, adf, type Bench, bench, paragraph, person } from './site';

let site: Bench;
const ids: Record<string, string> = {};
beforeAll(async () => {
  site = bench();
  const aims = await site.space('AIMS');
  const hr = await site.space('HR');
  const page = async (spaceId: string, title: string, text: string, more = {}) => {
    ids[title] = (await site.page(spaceId, title, { body: adf(paragraph(text)), ...more })).id;
    await site.clock.advance(86_400_000);
  };
  await page(aims.id, 'AI Policy', 'We use AI with care.');
  await page(aims.id, 'Annex to the policy', 'Fairness of tariffs.', { parentId: ids['AI Policy'] });
  await page(hr.id, 'Holidays', 'Fairness for all.');
  await site.done('POST', `/wiki/rest/api/content/${ids.Holidays}/label`, [{ prefix: 'global', name: 'rules' }]);
});
afterAll(() => site.confluence.close());

const search = (cql: string, caller = ADMIN) =>
  site.call('GET', `/wiki/rest/api/search?cql=${encodeURIComponent(cql)}`, undefined, caller);
const titles = async (cql: string, caller = ADMIN) =>
  (
    await search(`${cql} and title != "Space AIMS Home" and title != "Space HR Home" order by id`, caller)
  ).body.results.map((one: { title: string }) => one.title);

test.each([
  ['type = page', ['AI Policy', 'Annex to the policy', 'Holidays']],
  ['space = AIMS', ['AI Policy', 'Annex to the policy']],
  ['space in (hr, OTHER)', ['Holidays']],
  ['space not in (hr)', ['AI Policy', 'Annex to the policy']],
  ['title ~ "policy"', ['AI Policy', 'Annex to the policy']],
  ['title ~ "pol*"', ['AI Policy', 'Annex to the policy']],
  ['title ~ "pol"', []],
  ['title = "ai policy"', ['AI Policy']],
  ['text ~ fairness', ['Annex to the policy', 'Holidays']],
  ['text !~ fairness', ['AI Policy']],
  ['label = rules', ['Holidays']],
  ['(space = AIMS or label = rules) and not title ~ annex', ['AI Policy', 'Holidays']],
  ['created >= 2026-01-06', ['Annex to the policy', 'Holidays']],
  ['created >= "2026/01/07"', ['Holidays']],
  ['created = 2026-01-06', ['Annex to the policy']],
  ['created != 2026-01-06', ['AI Policy', 'Holidays']],
  ['created <= "2026-01-05 09:00"', ['AI Policy']],
  // Now is 8 January, 9 o'clock, a Thursday.
  ['created > now("-2d")', ['Holidays']],
  ['created >= now("-47h")', ['Holidays']],
  ['lastmodified < now("-4w")', []],
  ['lastmodified >= startOfDay("-1")', ['Holidays']],
  ['created < endOfDay("-3d")', ['AI Policy']],
  ['created >= startOfWeek()', ['AI Policy', 'Annex to the policy', 'Holidays']],
  ['created < startOfMonth("+1") and created > endOfMonth(-1)', ['AI Policy', 'Annex to the policy', 'Holidays']],
  ['created >= startOfMonth("+5d")', ['Annex to the policy', 'Holidays']],
  ['created < startOfYear()', []],
  ['created < endOfYear("-1y")', []],
  ['label in (rules, other) and label not in (other)', ['Holidays']],
  ['creator = currentUser()', ['AI Policy', 'Annex to the policy', 'Holidays']],
  ['contributor in (currentUser(), bob)', ['AI Policy', 'Annex to the policy', 'Holidays']],
])('%s', async (cql, expected) => {
  expect(await titles(cql)).toEqual(expected);
});

test('ancestor and id take ids; results are paged and counted', async () => {
  expect(await titles(`ancestor = ${ids['AI Policy']}`)).toEqual(['Annex to the policy']);
  expect(await titles(`id in (${ids.Holidays}, 1)`)).toEqual(['Holidays']);
  const first = await site.done('GET', '/wiki/rest/api/search?cql=type%3Dpage&limit=2');
  expect(first).toMatchObject({ size: 2, totalSize: 5, start: 0, limit: 2 });
  expect((await site.done('GET', `/wiki${first._links.next}`)).start).toBe(2);
  const content = await site.done('GET', '/wiki/rest/api/content/search?cql=label%3Drules');
  expect(content.results).toMatchObject([{ id: ids.Holidays, type: 'page' }]);
});

test.each([
  'title ~',
  'nonsense = 1',
  'type = page and',
  'space > AIMS',
  'type = page order by nonsense',
  '(type = page',
  'created > soon',
  'created >= 2026-13-01',
  'created >= "2026-02-30"',
  'created >= "2026-01-05 25:00"',
  'created ~ 2026-01-05',
  'created > now("-4 weeks")',
  'created > now("-4w"',
  'created > startOfDecade()',
  'created > currentUser()',
  'creator = now()',
  'space = currentUser()',
  'title = "open',
])('a query that cannot be read is refused: %s', async (cql) => expect((await search(cql)).status).toBe(400));

test('what cannot be searched is refused by its name', async () => {
  expect((await search('macro = word')).body.message).toContain("'macro'");
  expect((await search('created > startOfDecade()')).body.message).toContain("'startOfDecade()'");
  expect((await search('creator = membersOf("board")')).body.message).toContain("'membersOf()'");
});

test('the current user is whoever searches', async () => {
  const page = await site.page((await site.space('ANN', ADMIN)).id, 'By Ann', {}, person('ann'));
  expect(await titles('creator = currentUser()', person('ann'))).toEqual(['By Ann']);
  await site.edit(page, 'By both');
  expect(await titles('contributor = currentUser() and space = ANN', ADMIN)).toContain('By Ann');
  expect((await search('creator = currentUser()', ANONYMOUS)).body.results).toEqual([]);
});
