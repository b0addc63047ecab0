import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { markerOf } from '../../src/blueprint/identity';
import { groupsOf } from '../../src/domain/vocabulary/groups';
import { FIELDS } from '../../src/domain/vocabulary/vocabulary';
import { type Hands, openSite } from '../support/site';

/** Set-up tells people what a field is for, and groups the form of an AI system, on what it makes itself and nowhere else. */

interface Plan {
  digest: string;
  steps: { id: string; impact: string; what: string; why: string }[];
}
interface Field {
  id: string;
  name: string;
  description: string;
}
interface Tab {
  id: number;
  name: string;
}

const CHOICES = { sharedSchemes: 'copy', otherScreens: false };
const SYSTEM_SCREEN = 'AIMS AI system screen';
let data: string;
let hands: Hands;
let projectId: string;

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'plumbline-help-'));
  hands = await openSite({ data });
  projectId = await project('CLAIM');
});
afterEach(async () => {
  await hands.site.close();
  rmSync(data, { recursive: true, force: true });
});

async function rest<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const answer = await hands.rest<Answer>(method, `/rest/api/3${path}`, body);
  if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

const project = async (key: string): Promise<string> => {
  const body = { key, name: key, projectTypeKey: 'business', leadAccountId: 'admin' };
  return String((await rest<{ id: number }>('POST', '/project', body)).id);
};

const plan = (more: object = {}) => hands.call<Plan>('setup.plan', { projectId, choices: { ...CHOICES, ...more } });
const stepOf = ({ steps }: Plan, id: string) => steps.find((step) => step.id === id);

async function setUp(more: object = {}): Promise<Plan> {
  const approved = await plan(more);
  const input = { projectId, choices: { ...CHOICES, ...more }, digest: approved.digest };
  const { runId } = await hands.call<{ runId: string }>('setup.apply', input);
  await hands.site.settle({ within: 3_600_000 });
  expect(await hands.call('setup.progress', { runId })).toMatchObject({ state: 'done' });
  return approved;
}

async function fieldNamed(name: string): Promise<Field> {
  const { values } = await rest<{ values: Field[] }>('GET', `/field/search?query=${encodeURIComponent(name)}`);
  const found = values.find((field) => field.name === name);
  if (!found) throw new Error(`There is no field "${name}".`);
  return found;
}
const describes = (id: string, description: string) => rest('PUT', `/field/${id}`, { description });

async function screenNamed(name: string): Promise<{ id: number; tabs: (Tab & { fields: string[] })[] }> {
  const { values } = await rest<{ values: { id: number; name: string }[] }>('GET', '/screens?maxResults=100');
  const id = values.find((screen) => screen.name === name)?.id ?? 0;
  const tabs = await rest<Tab[]>('GET', `/screens/${id}/tabs`);
  return {
    id,
    tabs: await Promise.all(
      tabs.map(async (tab) => ({
        ...tab,
        fields: (await rest<{ name: string }[]>('GET', `/screens/${id}/tabs/${tab.id}/fields`)).map(({ name }) => name),
      })),
    ),
  };
}

/** The app's storage is lost, as when it is uninstalled and installed again. */
async function reinstall(): Promise<void> {
  await hands.site.close();
  for (const file of readdirSync(data)) if (/^(app|host)\./.test(file)) rmSync(join(data, file), { recursive: true });
  hands = await openSite({ data });
}

test('every field says what to enter, in a sentence or more, and a group that its form has', () => {
  for (const { key, help, group, on } of FIELDS) {
    expect([key, help]).toEqual([key, expect.stringMatching(/^[A-Z“].{30,300}\.$/)]);
    const groups = on === 'linked' ? groupsOf('ai-system') : on.flatMap((kind) => groupsOf(kind));
    if (group !== undefined) expect(groups.map((one) => one.key)).toContain(group);
    if (on.includes('ai-system')) expect([key, group]).toEqual([key, expect.any(String)]);
  }
  expect(groupsOf('ai-system').length).toBeLessThanOrEqual(6);
});

test('a field that set-up makes has its help as description, with the marker behind it', async () => {
  await setUp();
  const { description } = await fieldNamed('Our part');
  const [help, ref] = [FIELDS.find(({ key }) => key === 'our-part')?.help, 'field:our-part'];
  expect(description).toBe(`${help} (${markerOf(ref)})`);
  expect(new Set((await plan()).steps.map(({ impact }) => impact))).toEqual(new Set(['keep']));
});

test('an empty description of an earlier version’s field is filled, as the plan says; what people wrote or took away stays', async () => {
  await setUp();
  const [vendor, purpose, unit] = await Promise.all(['Vendor', 'Intended purpose', 'Owner unit'].map(fieldNamed));
  await describes(vendor?.id ?? '', markerOf('field:vendor'));
  await describes(purpose?.id ?? '', `Unser Text ${markerOf('field:intended-purpose')}`);
  await describes(unit?.id ?? '', '');
  await rest('PUT', `/field/${vendor?.id}`, { name: 'Lieferant', description: markerOf('field:vendor') });

  for (const installed of ['as before', 'anew'] as const) {
    if (installed === 'anew') {
      await describes(vendor?.id ?? '', markerOf('field:vendor'));
      await reinstall();
    }
    const told = await setUp();
    expect(stepOf(told, 'field:vendor')).toMatchObject({
      impact: 'extend',
      why: expect.stringContaining('Its empty description gets a help text.'),
    });
    if (installed === 'as before') {
      const changed = told.steps.filter(({ impact }) => impact !== 'keep').map(({ id }) => id);
      expect(changed.sort()).toEqual(['field:owner-unit', 'field:vendor']);
    }
    // Its name is theirs.
    expect((await fieldNamed('Lieferant')).description).toMatch(/^Who supplies .* \(aims:field:vendor:1\)$/);
    expect((await fieldNamed('Intended purpose')).description).toBe('Unser Text aims:field:intended-purpose:1');
    expect(new Set((await plan()).steps.map(({ impact }) => impact))).toEqual(new Set(['keep']));
  }
});

test('a field that people had is described by nobody but them, also when it is empty and adopted', async () => {
  const type = 'com.atlassian.jira.plugin.system.customfieldtypes:textfield';
  const body = { name: 'Vendor', description: '', type, searcherKey: type.replace('textfield', 'textsearcher') };
  const { id } = await rest<{ id: string }>('POST', '/field', body);
  await setUp({ adopt: ['field:vendor'] });
  expect((await fieldNamed('Vendor')).id).toBe(id);
  expect((await fieldNamed('Vendor')).description).toBe('');
  expect(stepOf(await plan({ adopt: ['field:vendor'] }), 'field:vendor')?.impact).toBe('keep');
});

test('the screen of an AI system is grouped, what everybody fills in first, and other screens are one list', async () => {
  const told = await setUp();
  expect(stepOf(told, 'screen:ai-system')?.why).toContain('"Basics", "Our part"');
  const { tabs } = await screenNamed(SYSTEM_SCREEN);
  expect(tabs.map(({ name }) => name)).toEqual(groupsOf('ai-system').map(({ name }) => name));
  expect(tabs[0]?.fields.slice(0, 2)).toEqual(['Summary', 'Description']);
  expect(tabs[0]?.fields).toContain('Intended purpose');
  expect(tabs.find(({ name }) => name === 'EU AI Act')?.fields).toEqual([
    'AI Act role',
    'AI Act class',
    'AI Act class reason',
    'GPAI model provider',
  ]);
  expect(tabs.at(-1)?.fields[0]).toBe('AIMS requirements');
  expect((await screenNamed('AIMS AI risk screen')).tabs.map(({ name }) => name)).toEqual(['Field Tab']);
});

test('a field that is missing goes back among its like, whatever its tab is called by then', async () => {
  await setUp();
  const { id, tabs } = await screenNamed(SYSTEM_SCREEN);
  const scope = tabs.find(({ name }) => name === 'Scope and people');
  await rest('PUT', `/screens/${id}/tabs/${scope?.id}`, { name: 'Geltung' });
  const field = (await fieldNamed('Personal data')).id;
  await rest('DELETE', `/screens/${id}/tabs/${scope?.id}/fields/${field}`);
  expect(stepOf(await setUp(), 'screen:ai-system')?.why).toBe('1 fields are missing.');
  const after = (await screenNamed(SYSTEM_SCREEN)).tabs;
  expect(after.map(({ name }) => name)).toEqual(tabs.map(({ name }) => (name === scope?.name ? 'Geltung' : name)));
  expect(after.find(({ name }) => name === 'Geltung')?.fields).toContain('Personal data');
});

test('a screen of an earlier version keeps its one tab and is extended there', async () => {
  await setUp();
  const { id, tabs } = await screenNamed(SYSTEM_SCREEN);
  const [first, ...others] = tabs;
  for (const tab of others) {
    await rest('DELETE', `/screens/${id}/tabs/${tab.id}`);
    for (const name of tab.fields.filter((one) => one !== 'Vendor' && one !== 'Next review'))
      await rest('POST', `/screens/${id}/tabs/${first?.id}/fields`, { fieldId: (await fieldNamed(name)).id });
  }
  await rest('PUT', `/screens/${id}/tabs/${first?.id}`, { name: 'Field Tab' });
  expect(stepOf(await setUp(), 'screen:ai-system')).toMatchObject({ impact: 'extend', why: '1 fields are missing.' });
  const after = (await screenNamed(SYSTEM_SCREEN)).tabs;
  expect(after.map(({ name }) => name)).toEqual(['Field Tab']);
  expect(after[0]?.fields).toContain('Next review');
});

test('a crash at any request for the screen ends in the same tabs', async () => {
  const cut = new Set<string>();
  hands.site.faults.killWorkerAt(({ kind, text }) => {
    const place = text.replace(/customfield_\d+|\d+/g, '0');
    if (kind !== 'product' || text.startsWith('GET') || !text.includes('/screens/') || cut.has(place)) return null;
    cut.add(place);
    return 'after';
  });
  await setUp();
  expect([...cut].join()).toMatch(/PUT.*tabs/);
  expect((await screenNamed(SYSTEM_SCREEN)).tabs.map(({ name }) => name)).toEqual(
    groupsOf('ai-system').map(({ name }) => name),
  );
});
