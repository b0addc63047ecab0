import { type Enrolled, openEnrolled } from '../support/enrolled';
import { type Elsewhere, moveTo, prepareElsewhere, restrict } from '../support/out-of-sight';
import { tileOf } from '../support/states';

/** What the app may no longer see, or has left the projects that take part, does not count, and counts again when it is back. */

let site: Enrolled;
let elsewhere: Elsewhere;
let id: string;

beforeEach(async () => {
  site = await openEnrolled();
  elsewhere = await prepareElsewhere(site, site.projectId);
  ({ id } = await site.create('Task', {
    ...(await site.options('iso42001/7.2')),
    [site.fieldId('Evidence effective date')]: '2026-11-01',
  }));
  await site.move(id, 'Done');
  await site.site.settle();
  expect(await state()).toBe('implemented');
});
afterEach(() => site.close());

async function state(): Promise<string> {
  await site.site.settle({ within: 600_000 });
  return (await tileOf(site, 'iso42001/7.2')).state;
}

test('an issue that a level hides from the app', async () => {
  expect(await restrict(site, id, elsewhere.levelId)).toBe(true);
  expect(await state()).toBe('stale');
  expect(await restrict(site, id, null)).toBe(true);
  expect(await state()).toBe('implemented');
});

test('an issue that is moved away', async () => {
  expect(await moveTo(site, id, elsewhere.projectKey)).toBe(true);
  expect(await state()).toBe('stale');
});
