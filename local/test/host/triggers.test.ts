import { compileFilter } from '../../host/triggers/filter';
import { covers } from '../../host/triggers/scopes';
import { prepare, START, start } from './fixture';

prepare();
const issue = (key: string, project = 'X') => ({
  issue: { key, fields: { project: { key: project } } },
  changelog: { items: [{ field: 'status' }] },
});

test('an event reaches the trigger with its name and whether the app made it; own ones are filtered', async () => {
  const { site, jira, seen } = await start();
  jira.publish('avi:jira:created:issue', issue('X-1'));
  jira.publish('avi:jira:created:issue', issue('X-2'), true);
  jira.publish('avi:jira:moved:issue', issue('X-3'));
  await site.settle();
  expect(await seen()).toEqual(['avi:jira:created:issue X-1 false']);
  expect(site.journal.list('event').map((event) => event.fate)).toEqual(['delivered', 'filtered', 'no-trigger']);
});

test('a filter expression lets through what is true and drops what fails', async () => {
  const { site, jira, seen } = await start();
  jira.publish('avi:jira:updated:issue', issue('X-1'));
  jira.publish('avi:jira:updated:issue', issue('Y-1', 'Y'));
  jira.publish('avi:jira:updated:issue', { issue: { key: 'Z-1' } });
  await site.settle();
  expect(await seen()).toEqual(['avi:jira:updated:issue X-1 false']);
});

test.each([
  ['avi:jira:created:issuelink', ['read:jira-work'], true],
  ['avi:jira:created:issuelink', ['manage:jira-configuration'], false],
  ['avi:jira:failed:expression', ['read:jira-work'], false],
  ['avi:jira:failed:expression', ['manage:jira-configuration'], true],
  ['avi:jira:updated:field:context', ['read:jira-work'], false],
  ['avi:jira:created:user', ['read:jira-user'], true],
  ['avi:jira:created:issue', ['read:issue:jira'], true],
  ['avi:confluence:updated:page', ['read:page:confluence'], false],
  ['avi:confluence:trashed:page', ['read:confluence-content.summary'], false],
  ['avi:forge:installed:app', [], true],
])('%s comes with %j: %s', (event, scopes, comes) => {
  expect(covers(scopes, event)).toBe(comes);
});

test('a filter outside the subset is refused at the start', () => {
  expect(() => compileFilter('t', 'new Date() > event.x')).toThrow('The filter of t is outside');
  expect(() => compileFilter('t', 'event.x.reduce(y => y) == 1')).toThrow('outside');
});

test('events are lost, repeated, and delayed on purpose', async () => {
  const { site, jira, seen } = await start();
  site.faults.loseEvents((event) => JSON.stringify(event.payload).includes('X-1'));
  site.faults.repeatEvents(1);
  site.faults.delayEvents(30_000);
  jira.publish('avi:jira:created:issue', issue('X-1'));
  jira.publish('avi:jira:created:issue', issue('X-2'));
  await site.settle({ within: 0 });
  expect(await seen()).toEqual([]);
  await site.settle();
  expect(site.clock.now()).toBe(START + 30_050);
  expect(site.journal.list('job').filter((job) => job.state === 'done')).toHaveLength(2);
  site.faults.clear();
  jira.publish('avi:jira:created:issue', issue('X-1'));
  await site.settle();
  expect((await seen()).at(-1)).toBe('avi:jira:created:issue X-1 false');
});

test('a trigger may ask for four retries', async () => {
  const { site, jira, seen } = await start();
  jira.publish('avi:jira:deleted:issue', {});
  await site.settle({ within: 600_000 });
  expect(await seen()).toEqual(['retry 0', 'retry 1', 'retry 2', 'retry 3', 'retry 4']);
  expect(site.clock.now() - START).toBe(40_300);
});

test('the app is told of its installation', async () => {
  const { site, seen } = await start();
  await site.lifecycle('installed');
  await site.settle();
  expect(await seen()).toEqual(['avi:forge:installed:app  false']);
});
