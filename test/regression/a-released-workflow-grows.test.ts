import { type Enrolled, openEnrolled } from '../support/enrolled';
import { nextRelease } from '../support/next-release';

/** The wanted workflow of a later release has one more status and transition: a site that was set up before gets them. */

const CHOICES = { sharedSchemes: 'copy', otherScreens: true };
const HOUR = 3_600_000;
const WORK_TYPES = 'src/blueprint/wanted/work-types.ts';

interface Plan {
  digest: string;
  steps: { id: string; impact: string; why: string }[];
}
interface Transition {
  id: string;
  name: string;
  type: string;
  toStatusReference: string;
  links: { fromStatusReference: string }[];
}
interface Workflow {
  id: string;
  description: string;
  version: { id: string; versionNumber: number };
  statuses: { statusReference: string }[];
  transitions: Transition[];
}
interface Read {
  statuses: { id: string; name: string; scope?: unknown; statusReference: string; statusCategory: string }[];
  workflows: Workflow[];
}

let site: Enrolled;
afterEach(() => site.close());

/** Actions get a status "Verified" behind "Implemented", and lose "Cancelled". */
const later = (text: string) =>
  text
    .replace("      status('cancelled', 'Cancelled', 'DONE'),", "      status('verified', 'Verified', 'DONE'),")
    .replace(
      "      transition('Cancel', [], 'cancelled'),",
      "      transition('Verify action', 'implemented', 'verified'),",
    );

const read = async (): Promise<Read> =>
  (await site.rest<Read>('POST', '/rest/api/3/workflows', { workflowNames: ['AIMS corrective action'] })).body;

/** What people do to the app's workflow: a status and a transition more, another name for "Start". */
async function changeByHand({ statuses, workflows }: Read): Promise<void> {
  const [workflow] = workflows as [Workflow];
  const first = workflow.statuses[0]?.statusReference ?? '';
  const waiting = { name: 'Waiting for the vendor', statusCategory: 'IN_PROGRESS', statusReference: 'waiting' };
  const answer = await site.rest('POST', '/rest/api/3/workflows/update', {
    statuses: [...statuses.map(({ scope: _, ...status }) => status), waiting],
    workflows: [
      {
        id: workflow.id,
        description: workflow.description,
        version: workflow.version,
        statuses: [
          ...workflow.statuses.map(({ statusReference }) => ({ statusReference, properties: { note: 'ours' } })),
          { statusReference: 'waiting', properties: {} },
        ],
        transitions: [
          ...workflow.transitions.map((one) => (one.name === 'Start' ? { ...one, name: 'Los' } : one)),
          {
            id: '300',
            type: 'DIRECTED',
            name: 'Wait',
            toStatusReference: 'waiting',
            links: [{ fromStatusReference: first, fromPort: 0, toPort: 1 }],
            actions: [],
            validators: [],
            triggers: [],
            properties: {},
          },
        ],
      },
    ],
  });
  expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
}

const planNow = () => site.call<Plan>('setup.plan', { projectId: site.projectId, choices: CHOICES });

async function apply(): Promise<void> {
  const { digest } = await planNow();
  const input = { projectId: site.projectId, choices: CHOICES, digest };
  const { runId } = await site.call<{ runId: string }>('setup.apply', input);
  await site.site.settle({ within: HOUR });
  expect(await site.call('setup.progress', { runId })).toMatchObject({ state: 'done' });
}

test('it gets what it lacks, keeps what people changed and what the blueprint dropped, and is asked for nothing more', async () => {
  site = await openEnrolled({ bundle: await nextRelease(WORK_TYPES, later) });
  await changeByHand(await read());
  const before = await read();
  const step = (await planNow()).steps.find(({ id }) => id === 'workflow:corrective-action');
  expect(step).toMatchObject({ impact: 'extend', why: expect.stringContaining('It gets "Verified", "Verify action"') });
  expect(step?.why).toMatch(/keeps what the app does not ask for: "Cancelled", "Waiting for the vendor"/);

  // Somebody else saves the workflow between the app's reading and its sending, once: it reads again.
  let met = false;
  site.site.faults.holdAt(({ kind, text }) => {
    if (met || kind !== 'product' || !text.includes('/workflows/update') || text.includes('validation')) return null;
    met = true;
    return touch();
  });
  await apply();
  site.site.faults.clear();
  expect(met).toBe(true);

  const after = await read();
  const names = (found: Read) => new Map(found.statuses.map(({ id, name }) => [id, name]));
  const ways = (found: Read) =>
    (found.workflows[0]?.transitions ?? []).map((one) => [
      one.name,
      one.links.map((link) => names(found).get(link.fromStatusReference)),
      names(found).get(one.toStatusReference),
    ]);
  expect(ways(after)).toEqual([...ways(before), ['Verify action', ['Implemented'], 'Verified']]);
  expect(after.workflows[0]?.statuses.slice(0, -1)).toEqual(before.workflows[0]?.statuses);
  expect((await planNow()).steps.filter(({ impact }) => impact !== 'keep')).toEqual([]);
});

/** Saves the workflow as it is: its version is another then. */
async function touch(): Promise<void> {
  const { statuses, workflows } = await read();
  const [workflow] = workflows as [Workflow];
  const { id, description, version, transitions } = workflow;
  const places = workflow.statuses.map(({ statusReference, ...place }) => ({
    statusReference,
    properties: {},
    ...place,
  }));
  const answer = await site.rest('POST', '/rest/api/3/workflows/update', {
    statuses: statuses.map(({ scope: _, ...status }) => status),
    workflows: [{ id, description, version, statuses: places, transitions }],
  });
  expect(answer.status).toBe(200);
}
