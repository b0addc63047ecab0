import { type Enrolled, openEnrolled } from '../support/enrolled';
import { SAID } from '../support/saying';

/** One AI system in so many issues; the others are work and records that concern one. */
const ITEMS_A_SYSTEM = 20;
const BULK = 50;

interface Created {
  issues: { id: string }[];
}

/** A site whose project has `count` issues, of which the app has heard nothing yet. */
export async function siteWithIssues(
  count: number,
  options: Parameters<typeof openEnrolled>[0] = {},
): Promise<{ site: Enrolled; systems: string[]; work: string[] }> {
  const site = await openEnrolled(options);
  site.site.faults.loseEvents(1);
  const systemCount = Math.max(1, Math.round(count / ITEMS_A_SYSTEM));
  const systems = await createAll(site, systemCount, () => ({ fields: base(site, 'AI system') }));
  const requirements = await optionIds(site);
  const work = await createAll(site, count - systemCount, (place) => ({
    fields: {
      ...base(site, 'Task'),
      [site.fieldId('AIMS requirements')]: [{ id: requirements[place % requirements.length] }],
      ...(place % 3 === 0 ? { [site.fieldId('Evidence effective date')]: '2026-10-01' } : {}),
    },
    update: {
      issuelinks: [{ add: { type: { name: 'AIMS concern' }, outwardIssue: { id: systems[place % systems.length] } } }],
    },
  }));
  site.site.faults.clear();
  return { site, systems, work };
}

function base(site: Enrolled, type: string): Record<string, unknown> {
  return { project: { id: site.projectId }, issuetype: { name: type }, summary: type, ...SAID };
}

async function createAll(site: Enrolled, count: number, issue: (place: number) => unknown): Promise<string[]> {
  const ids: string[] = [];
  while (ids.length < count) {
    const issueUpdates = Array.from({ length: Math.min(BULK, count - ids.length) }, (_, index) =>
      issue(ids.length + index),
    );
    const { status, body } = await site.rest<Created>('POST', '/rest/api/3/issue/bulk', { issueUpdates });
    if (status !== 201) throw new Error(JSON.stringify(body));
    ids.push(...body.issues.map(({ id }) => id));
    await site.site.settle();
  }
  return ids;
}

/** Options of requirements that are met for each AI system: their cells are what an event touches. */
async function optionIds(site: Enrolled): Promise<string[]> {
  const field = site.fieldId('AIMS requirements');
  const contexts = await site.rest<{ values: { id: string }[] }>('GET', `/rest/api/3/field/${field}/context`);
  const path = `/rest/api/3/field/${field}/context/${contexts.body.values[0]?.id}/option?maxResults=100`;
  const options = await site.rest<{ values: { id: string; value: string }[] }>('GET', path);
  return options.body.values.filter(({ value }) => /^(8\.[24]|A\.(5|6\.2|8)\.)/.test(value)).map(({ id }) => id);
}

/** Reads everything, as after enrolling. @returns milliseconds */
export async function readAll(site: Enrolled): Promise<number> {
  await site.site.clock.advance(60_000);
  const since = process.hrtime.bigint();
  await site.call('setup.reconcile', { extent: 'full' });
  await site.site.settle({ within: 24 * 3_600_000 });
  return Number(process.hrtime.bigint() - since) / 1e6;
}
