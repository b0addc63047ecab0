import { type Enrolled, openEnrolled } from '../support/enrolled';

/**
 * Who may edit an issue can write its property `aims` by REST, of which Jira keeps no history: what comes so counts, and the
 * history says that it was found, and when.
 */

const HOUR = 3_600_000;
let site: Enrolled;

beforeEach(async () => {
  site = await openEnrolled();
});
afterEach(() => site.close());

interface Found {
  day: string;
  named: boolean;
  count: number;
}
const settle = () => site.site.settle({ within: HOUR });
const history = async (requirementId: string) =>
  (await site.call<{ pastApp: Found[] }>('requirement.history', { projectId: null, requirementId })).pastApp;

async function panel(issueId: string): Promise<Record<string, string | null>> {
  const { requirements } = await site.call<{ requirements: { requirementId: string; foundOn: string | null }[] }>(
    'issue.context',
    { issueId },
  );
  return Object.fromEntries(requirements.map(({ requirementId, foundOn }) => [requirementId, foundOn]));
}

/** Writes the property past the app, and has the issue read: Jira sends no event for a property. */
async function writeProperty(issueId: string, requirements: unknown): Promise<void> {
  const answer = await site.rest('PUT', `/rest/api/3/issue/${issueId}/properties/aims`, { requirements });
  expect(answer.status).toBeLessThan(300);
  await touch(issueId);
}

async function touch(issueId: string): Promise<void> {
  await site.site.clock.advance(1_000);
  const label = `read-${site.site.clock.now()}`;
  await site.rest('PUT', `/rest/api/3/issue/${issueId}`, { update: { labels: [{ add: label }] } });
  await settle();
}

/** A task on whose edit screen the field is not: the app writes the property. */
async function withoutField(): Promise<string> {
  const { id } = await site.create('Task');
  const screens = await site.rest<{ values: { id: number }[] }>('GET', '/rest/api/3/screens?maxResults=100');
  for (const screen of screens.body.values) {
    const tabs = await site.rest<{ id: number }[]>('GET', `/rest/api/3/screens/${screen.id}/tabs`);
    for (const tab of tabs.body)
      await site.rest(
        'DELETE',
        `/rest/api/3/screens/${screen.id}/tabs/${tab.id}/fields/${site.fieldId('AIMS requirements')}`,
      );
  }
  await settle();
  return id;
}

test('a requirement that comes by property counts, and the panel and the history say when it was found', async () => {
  const { id } = await site.create('Task', await site.options('iso42001/7.2'));
  await settle();
  await site.site.clock.advance(24 * HOUR);
  await writeProperty(id, ['iso42001/4.1', 'iso42001/7.2', 'no such requirement']);
  // Also named in the field, where Jira's history has it.
  expect(await panel(id)).toEqual({ 'iso42001/4.1': '2026-11-25', 'iso42001/7.2': null });
  expect(await history('iso42001/4.1')).toEqual([{ day: '2026-11-25', named: true, count: 1 }]);
  expect(await history('iso42001/7.2')).toEqual([]);
  const { tile } = await site.call<{ tile: { state: string } }>('coverage.requirement', {
    projectId: null,
    requirementId: 'iso42001/4.1',
  });
  expect(tile.state).toBe('planned');
});

test('taken off past the app it is said, too; read again it is said once', async () => {
  const { id } = await site.create('Task');
  await settle();
  await writeProperty(id, ['iso42001/4.1']);
  await touch(id);
  await site.call('setup.reconcile', { extent: 'full' });
  await settle();
  expect(await history('iso42001/4.1')).toEqual([{ day: '2026-11-24', named: true, count: 1 }]);
  await writeProperty(id, []);
  await touch(id);
  expect(await panel(id)).toEqual({});
  expect(await history('iso42001/4.1')).toEqual([
    { day: '2026-11-24', named: false, count: 1 },
    { day: '2026-11-24', named: true, count: 1 },
  ]);
});

test('what the app wrote is not said, until somebody writes past it', async () => {
  const id = await withoutField();
  const change = (verb: 'add' | 'remove') =>
    site.call<{ written: string }>(`issue.${verb}Requirement`, { issueId: id, requirementId: 'iso42001/4.1' });
  expect(await change('add')).toEqual({ written: 'property' });
  await settle();
  await touch(id);
  expect([await panel(id), await history('iso42001/4.1')]).toEqual([{ 'iso42001/4.1': null }, []]);
  await site.site.clock.advance(1_000);
  await change('remove');
  await settle();
  expect([await panel(id), await history('iso42001/4.1')]).toEqual([{}, []]);
  await writeProperty(id, ['iso42001/4.1']);
  expect(await panel(id)).toEqual({ 'iso42001/4.1': '2026-11-24' });
  expect(await history('iso42001/4.1')).toHaveLength(1);
});

test('from field to property, where nothing is added but a trace is lost', async () => {
  const { id } = await site.create('Task', await site.options('iso42001/4.1'));
  await settle();
  await writeProperty(id, ['iso42001/4.1']);
  await site.rest('PUT', `/rest/api/3/issue/${id}`, { fields: { [site.fieldId('AIMS requirements')]: [] } });
  await touch(id);
  expect(await panel(id)).toEqual({ 'iso42001/4.1': '2026-11-24' });
});

test('what the app may not write leaves no witness that it did', async () => {
  const id = await withoutField();
  site.site.faults.unavailable('jira', { calls: 9 });
  await site.call('issue.addRequirement', { issueId: id, requirementId: 'iso42001/4.1' }).catch(() => {});
  site.site.faults.clear();
  expect(await site.site.sql('SELECT * FROM property_witness')).toEqual([]);
});

test('a crash between witness and fact tells it once', async () => {
  const { id } = await site.create('Task');
  await settle();
  let killed = false;
  site.site.faults.killWorkerAt(({ text }) => {
    if (killed || !text.startsWith('INSERT INTO property_witness')) return null;
    killed = true;
    return 'after';
  });
  await writeProperty(id, ['iso42001/4.1']);
  site.site.faults.clear();
  await site.site.clock.advance(2 * 60_000);
  await site.site.runSchedule('every-five-minutes');
  await settle();
  expect(killed).toBe(true);
  expect(await panel(id)).toEqual({ 'iso42001/4.1': '2026-11-24' });
  expect(await history('iso42001/4.1')).toEqual([{ day: '2026-11-24', named: true, count: 1 }]);
});
