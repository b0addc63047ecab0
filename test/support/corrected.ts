import type { Enrolled } from './enrolled';
import { secondApprover } from './statement';

/** An option of a select field, by its place, as an issue is created or edited with it. */
export async function optionOf(site: Enrolled, name: string, place: number): Promise<Record<string, { id: string }>> {
  const id = site.fieldId(name);
  const { body: contexts } = await site.rest<{ values: { id: string }[] }>('GET', `/rest/api/3/field/${id}/context`);
  const path = `/rest/api/3/field/${id}/context/${contexts.values[0]?.id}/option?maxResults=1000`;
  const { body } = await site.rest<{ values: { id: string }[] }>('GET', path);
  return { [id]: { id: body.values[place - 1]?.id ?? '' } };
}

/** All that 10.2 asks for of a nonconformity that is closed without a corrective action. */
export async function corrected(site: Enrolled): Promise<Record<string, unknown>> {
  const today = new Date(site.site.clock.now()).toISOString().slice(0, 10);
  return {
    ...Object.fromEntries(
      ['Correction', 'Cause', 'Why no action', 'AIMS changes'].map((name) => [site.fieldId(name), 'As it was done.']),
    ),
    ...(await optionOf(site, 'Effectiveness', 1)),
    [site.fieldId('Effectiveness date')]: today,
    [site.fieldId('Effectiveness reviewer')]: { accountId: await secondApprover(site) },
  };
}
