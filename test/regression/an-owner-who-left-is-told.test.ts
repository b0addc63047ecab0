import type { Output } from '../../src/contract/procedures';
import { createPeople } from '../access/people';
import { type Enrolled, openEnrolled } from '../support/enrolled';

/** Closing an account touches no issue: nobody was told that an AI system has nobody any more who answers for it. */

let site: Enrolled;
let owner = '';
let other = '';
beforeEach(async () => {
  site = await openEnrolled();
  const people = await createPeople(site);
  owner = people.member ?? '';
  other = people.decider ?? '';
});
afterEach(() => site.close());

const LIST = { projectId: null, stages: [], text: null, fields: {}, sort: null, page: 0, limit: 50 };
const ownedBy = (accountId: string) => ({ [site.fieldId('System owner')]: { accountId } });
const leave = (accountId: string) => site.rest('DELETE', `/rest/api/3/user?accountId=${accountId}`);
const settle = () => site.site.settle({ within: 3_600_000 });

async function night(): Promise<void> {
  await site.site.clock.advance(24 * 3_600_000);
  await site.site.runSchedule('every-night');
  await settle();
}

/** What "look here" says of owners who left, and the rows behind it. */
async function told(): Promise<[number, string[]]> {
  const { lookHere } = await site.call<Output<'coverage.overview'>>('coverage.overview', { projectId: null });
  const { rows } = await site.call<Output<'systems.list'>>('systems.list', { ...LIST, only: 'owner-left' });
  return [lookHere.systemsOwnerLeft, rows.map(({ key }) => key).sort()];
}

test('an AI system whose owner’s account was closed is told after the night, whoever else is assigned', async () => {
  const alone = await site.create('AI system', ownedBy(owner));
  const assigned = await site.create('AI system', { assignee: { accountId: owner } });
  const both = await site.create('AI system', { ...ownedBy(owner), assignee: { accountId: other } });
  const owned = await site.create('AI system', { ...ownedBy(other), assignee: { accountId: owner } });
  await settle();
  await night();
  expect(await told()).toEqual([0, []]);

  await leave(owner);
  await settle();
  // The name is Jira's, read now.
  const all = await site.call<Output<'systems.list'>>('systems.list', { ...LIST, only: 'all' });
  expect(new Map(all.rows.map((row) => [row.key, row.owner?.left]))).toEqual(
    new Map([alone, assigned, both, owned].map((system) => [system.key, system !== owned])),
  );
  await night();
  expect(await told()).toEqual([3, [alone.key, assigned.key, both.key].sort()]);

  await site.rest('PUT', `/rest/api/3/issue/${alone.id}`, { fields: ownedBy(other) });
  await site.rest('PUT', `/rest/api/3/issue/${both.id}`, {
    fields: { [site.fieldId('In AIMS scope')]: { value: 'No' }, [site.fieldId('Scope reason')]: 'A demonstration.' },
  });
  await settle();
  expect(await told()).toEqual([1, [assigned.key]]);
});

test('an owner who left before the AI system was read is told at once', async () => {
  const { key } = await site.create('AI system', ownedBy(owner));
  await leave(owner);
  await settle();
  expect(await told()).toEqual([1, [key]]);
});

test('a night looks once at each person, however many systems they hold, and reads again only what has changed', async () => {
  for (let count = 0; count < 20; count += 1) await site.create('AI system', ownedBy(count % 2 === 0 ? owner : other));
  await settle();
  await night();
  const asked = async () => {
    const mark = site.site.journal.mark();
    await night();
    return site.site.journal
      .since(mark)
      .list('product')
      .flatMap(({ path, points }) => (path.endsWith('/issue/bulkfetch') ? [points] : []));
  };
  // A point for the call and one for each of two people, and then for each of ten systems.
  expect(await asked()).toContain(3);
  await leave(owner);
  expect(await asked()).toContain(11);
  const quiet = await asked();
  expect(quiet).toContain(3);
  expect(quiet).not.toContain(11);
  expect((await told())[0]).toBe(10);
});
