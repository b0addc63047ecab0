import { readFileSync } from 'node:fs';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { type Followed, follow } from './recipe';

/** A field is described once, in the vocabulary: set-up makes it, facts hold it, and the register shows, sorts and filters it. */

interface Listed {
  rows: { key: string; fields: Record<string, string[]> }[];
  total: number;
}
interface Plan {
  digest: string;
  steps: { what: string }[];
}

const SYSTEMS = { text: null, stages: [], fields: {}, only: 'all', sort: null, page: 0, limit: 25 };
const FIELD = 'business-unit';

let followed: Followed;
let site: Enrolled;
beforeAll(async () => {
  followed = follow(FIELD);
  // Enrolled before the field came, as a customer's site is.
  site = await openEnrolled({ root: followed.root });
});
afterAll(async () => {
  await site?.close();
  followed?.remove();
});

const settled = () => site.site.settle({ within: 3_600_000 });
const list = (more: object = {}) =>
  site.call<Listed>('systems.list', { ...SYSTEMS, projectId: site.projectId, ...more });
const units = ({ rows }: Listed) => rows.map(({ fields }) => fields[FIELD]?.join(', '));

test('the recipe touches one file, and types pass', () => {
  const patch = readFileSync('test/recipes/business-unit.patch', 'utf8');
  expect(patch.match(/^diff --git/gm)).toHaveLength(1);
  expect(followed.run('tsc', '--noEmit', '-p', 'tsconfig.json')).toBe('');
});

test('set-up adds the field, and an issue’s value becomes a fact that the register shows, sorts and filters', async () => {
  const choices = { sharedSchemes: 'copy', otherScreens: true };
  const plan = await site.call<Plan>('setup.plan', { projectId: site.projectId, choices });
  expect(plan.steps.filter(({ what }) => what.includes('Business unit')).length).toBeGreaterThan(0);
  await site.call('setup.apply', { projectId: site.projectId, choices, digest: plan.digest });
  await settled();

  const { body: fields } = await site.rest<{ id: string; name: string }[]>('GET', '/rest/api/3/field');
  const id = fields.find(({ name }) => name === 'Business unit')?.id ?? '';
  const [sales, claims, none] = [
    await site.create('AI system', { [id]: { value: 'Sales' } }),
    await site.create('AI system', { [id]: { value: 'Claims' } }),
    await site.create('AI system'),
  ];
  await settled();

  const sorted = (descending: boolean) => list({ sort: { by: `field:${FIELD}`, descending } });
  expect(units(await sorted(false)).filter(Boolean)).toEqual(['Claims', 'Sales']);
  expect(units(await sorted(true)).filter(Boolean)).toEqual(['Sales', 'Claims']);
  const inClaims = () => list({ fields: { [FIELD]: ['Claims'] } });
  expect((await inClaims()).rows.map(({ key }) => key)).toEqual([claims?.key]);

  await site.rest('PUT', `/rest/api/3/issue/${sales?.id}`, { fields: { [id]: { value: 'Claims' } } });
  await site.rest('PUT', `/rest/api/3/issue/${none?.id}`, { fields: { [id]: { value: 'Sales' } } });
  await settled();
  expect((await inClaims()).total).toBe(2);
  expect(units(await sorted(true))).toEqual(['Sales', 'Claims', 'Claims']);
});

test('what the register does not filter or sort by is refused', async () => {
  await expect(list({ fields: { vendor: ['Acme'] } })).rejects.toThrow(/field that the register filters by/);
  await expect(list({ sort: { by: 'field:vendor', descending: false } })).rejects.toThrow();
});
