import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Customer, createCustomer, inventory, lost } from '../support/customer';
import { type Hands, openSite } from '../support/site';

/**
 * Set-up adds; it never changes or removes what the app did not make, whatever its name. Everything of a customer's site is
 * counted before and after: with a namesake of every object that the app makes, values in every field, shared schemes.
 */

interface Plan {
  digest: string;
  steps: { id: string; impact: string; what: string; why: string }[];
  namesakes: { ref: string; what: string; usedBy: string; adds: string }[];
}

const CHOICES = { sharedSchemes: 'copy', otherScreens: false };
let data: string;
let hands: Hands;
let customer: Customer;

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'plumbline-customer-'));
  hands = await openSite({ data });
  customer = await createCustomer(hands);
});
afterEach(async () => {
  await hands.site.close();
  rmSync(data, { recursive: true, force: true });
});

async function setUp(projectId: string, more: Record<string, unknown> = {}): Promise<Plan> {
  const choices = { ...CHOICES, ...more };
  const plan = await hands.call<Plan>('setup.plan', { projectId, choices });
  const { runId } = await hands.call<{ runId: string }>('setup.apply', { projectId, choices, digest: plan.digest });
  await hands.site.settle({ within: 3_600_000 });
  expect(await hands.call('setup.progress', { runId })).toMatchObject({ state: 'done' });
  return plan;
}

/** How often the app made each object that carries its marker. */
function markers(after: ReadonlyMap<string, unknown>): Map<string, number> {
  const found = new Map<string, number>();
  for (const row of after.values())
    for (const [marker] of JSON.stringify(row).matchAll(/aims:[a-z-]+:[a-z0-9-]+:1/g))
      found.set(marker, (found.get(marker) ?? 0) + 1);
  return found;
}

const impacts = ({ steps }: Plan) => new Set(steps.map(({ impact }) => impact));

test('nothing of the customer’s is other than before: not by set-up, nor of a second project, nor after a reinstallation', async () => {
  const before = await inventory(hands, customer);
  expect([...before].filter(([key]) => key.startsWith('JQL')).map(([, answer]) => answer)).toEqual(
    [...customer.fieldIds].map(() => [200, [customer.issueId]]),
  );
  await setUp(customer.aix);
  const once = await inventory(hands, customer);
  expect(lost(before, once)).toEqual([]);

  await setUp(customer.shop);
  const twice = await inventory(hands, customer);
  // SHOP itself now has the app's types: its own schemes stand as before, it has copies of them.
  expect(lost(before, twice).filter((line) => !/^\w+ of SHOP/.test(line))).toEqual([]);
  expect(JSON.stringify(twice.get('values of SHOP'))).toContain('"High"');

  // Uninstalled and installed again: the app's storage is empty, and what it finds by its markers it makes no second time.
  await hands.site.close();
  for (const file of readdirSync(data)) if (/^(app|host)\./.test(file)) rmSync(join(data, file), { recursive: true });
  hands = await openSite({ data });
  expect(impacts(await setUp(customer.aix))).toEqual(new Set(['keep', 'create']));
  const again = await inventory(hands, customer);
  expect(lost(twice, again)).toEqual([]);
  expect([...again.keys()].filter((key) => !twice.has(key))).toEqual([]);
});

test('a crash after each kind of request leaves nothing behind that a second Apply does not go on from', async () => {
  const before = await inventory(hands, customer);
  const crashed = new Set<string>();
  hands.site.faults.killWorkerAt(({ kind, text }) => {
    const [request] = text.split('?');
    const place = request?.replace(/\d+/g, '0').replace(/properties.*/, 'properties') ?? '';
    if (kind !== 'product' || text.startsWith('GET') || place.includes('issue/') || crashed.has(place)) return null;
    crashed.add(place);
    return 'after';
  });
  let state = 'running';
  // The platform delivers an event that crashes a few times and then no more: the administrator presses Apply again.
  for (let press = 0; press < 8 && state !== 'done'; press++) {
    const plan = await hands.call<Plan>('setup.plan', { projectId: customer.aix, choices: CHOICES });
    const input = { projectId: customer.aix, choices: CHOICES, digest: plan.digest };
    const { runId } = await hands.call<{ runId: string }>('setup.apply', input);
    await hands.site.settle({ within: 3_600_000 });
    state = (await hands.call<{ state: string }>('setup.progress', { runId })).state;
    await hands.site.clock.advance(3_600_000); // the next hour's quota
  }
  expect(state).toBe('done');
  expect([...crashed].map((place) => place.split('/').slice(4).join('/')).sort()).toEqual(
    expect.arrayContaining([
      'field',
      'field/customfield_0/context',
      'field/customfield_0/context/0',
      'issueLinkType',
      'issuetype',
    ]),
  );
  const after = await inventory(hands, customer);
  expect(lost(before, after)).toEqual([]);
  const repeated = [...markers(after)].filter(([marker, times]) => times > 1 && !marker.startsWith('aims:status:'));
  expect(repeated).toEqual([]);
  const links = [...after.values()].filter(
    (row) => /"name":"AIMS \w+ \d"/.test(JSON.stringify(row)) && JSON.stringify(row).includes('issueLinkType'),
  );
  expect(links).toHaveLength(4);
  // The contexts for all projects that Jira made with the app's fields are gone again.
  const own = [...after.keys()].filter((key) => key.startsWith('context of') && !before.has(key));
  expect(own.filter((key) => JSON.stringify(after.get(key)).includes('"isGlobalContext":true'))).toEqual([]);
});

test('what the administrator adopts is used as the plan says, and keeps all that it has', async () => {
  const { values } = (
    await hands.rest<{ values: { id: string }[] }>(
      'GET',
      `/rest/api/3/field/${customer.fieldIds.get('vendor')}/context`,
    )
  ).body;
  // The customer's Vendor is for SHOP alone, his Likelihood for all projects.
  await hands.rest('PUT', `/rest/api/3/field/${customer.fieldIds.get('vendor')}/context/${values[0]?.id}/project`, {
    projectIds: [customer.shop],
  });
  const before = await inventory(hands, customer);
  const seen = await hands.call<Plan>('setup.plan', { projectId: customer.aix, choices: CHOICES });
  const offered = (ref: string) => seen.namesakes.find((one) => one.ref === ref);
  expect(offered('field:vendor')).toMatchObject({
    usedBy: expect.stringContaining('1 project'),
    adds: expect.stringContaining('context for this project alone'),
  });
  expect(offered('field:likelihood')).toMatchObject({
    usedBy: expect.stringContaining('all projects'),
    adds: expect.stringContaining('5 options'),
  });
  expect(offered('link-type:concerns')).toMatchObject({ adds: 'nothing is added' });
  expect(offered('issue-type:ai-risk')).toMatchObject({ usedBy: expect.any(String) });

  const adopt = ['field:vendor', 'field:likelihood', 'link-type:concerns', 'issue-type:ai-risk'];
  await setUp(customer.aix, { adopt });
  const after = await inventory(hands, customer);
  expect(lost(before, after)).toEqual([]);
  const added = [...after.keys()].filter((key) => !before.has(key));
  const likelihood = customer.fieldIds.get('likelihood');
  expect(added.filter((key) => key.startsWith(`option of ${likelihood}`))).toHaveLength(5);
  expect(added.filter((key) => key.startsWith(`context of ${customer.fieldIds.get('vendor')}`))).toHaveLength(1);
  expect([...after.values()].filter((row) => (row as { name?: string }).name === 'AIMS Likelihood')).toEqual([]);
  expect(impacts(await hands.call<Plan>('setup.plan', { projectId: customer.aix, choices: CHOICES }))).toEqual(
    new Set(['keep']),
  );
});
