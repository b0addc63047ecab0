import type { Site } from '../../local/site';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { type Followed, follow } from './recipe';

/** A framework is a folder of data: it gets options in Jira, cells, history and figures of its own without a line of code. */

interface Overview {
  framework: string;
  frameworks: { id: string; title: string }[];
  organisation: { implemented: number; applicable: number };
  systemCells: { implemented: number; applicable: number };
  tiles: { requirementId: string; state: string }[];
  groups: { id: string }[];
}

let followed: Followed;
let site: Enrolled | undefined;
beforeAll(() => {
  followed = follow('framework');
});
afterEach(async () => {
  await site?.close();
  site = undefined;
});
afterAll(async () => {
  followed.remove();
});

test('types pass, and the catalogue’s own lint finds nothing', () => {
  expect(followed.run('tsc', '--noEmit', '-p', 'tsconfig.json')).toBe('');
  expect(followed.run('tsx', 'controls/lint/run.ts')).toContain('0 findings');
});

test('its requirements are chosen in Jira and counted, and no other framework’s figure moves', async () => {
  // Enrolled before the framework came, as a customer's site is: set-up adds the new options.
  site = await openEnrolled({ root: followed.root });
  const overview = (framework?: string) =>
    (site as Enrolled).call<Overview>('coverage.overview', { projectId: null, ...(framework ? { framework } : {}) });
  const before = await overview();
  const choices = { sharedSchemes: 'copy', otherScreens: true };
  const { digest } = await site.call<{ digest: string }>('setup.plan', { projectId: site.projectId, choices });
  await site.call('setup.apply', { projectId: site.projectId, choices, digest });
  await settled(site.site);

  const started = await overview('house-rules');
  expect(started).toMatchObject({
    framework: 'house-rules',
    frameworks: [{ id: 'iso42001' }, { id: 'house-rules', title: 'House rules for AI' }],
    organisation: { implemented: 0, applicable: 2 },
    systemCells: { implemented: 0, applicable: 0 },
  });
  expect(started.groups.map(({ id }) => id)).toEqual(['1', '2']);
  expect(stateOf(started, '2.1')).toBe('undecided');

  const system = await site.create('AI system');
  const ask = await site.create('Task', await chosen(site, 'House rules 1.1 Ask before you use it'));
  await site.move(ask.id, 'Done');
  const answer = await site.create('Task', await chosen(site, 'House rules 1.2 Name who answers for the system'));
  await site.link('AIMS concern', answer.id, system.id);
  await settled(site.site);

  const counted = await overview('house-rules');
  expect([stateOf(counted, '1.1'), stateOf(counted, '1.2')]).toEqual(['implemented', 'planned']);
  expect(counted).toMatchObject({ organisation: { implemented: 1, applicable: 2 }, systemCells: { applicable: 1 } });
  const after = await overview();
  expect(after.organisation).toEqual(before.organisation);
  expect(after.tiles.map(({ requirementId }) => requirementId)).toEqual(
    before.tiles.map(({ requirementId }) => requirementId),
  );
});

const settled = (running: Site) => running.settle({ within: 3_600_000 });
const stateOf = ({ tiles }: Overview, number: string) =>
  tiles.find(({ requirementId }) => requirementId === `house-rules/${number}`)?.state;

async function chosen(enrolled: Enrolled, text: string): Promise<Record<string, unknown>> {
  return { [enrolled.fieldId('AIMS requirements')]: [{ value: text }] };
}
