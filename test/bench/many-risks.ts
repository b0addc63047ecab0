import { join } from 'node:path';
import { approveCriteria } from '../../cli/approve-criteria';
import { virtualClock } from '../../local/clock';
import { optionOf } from '../support/corrected';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { type Hands, openSite } from '../support/site';
import { secondApprover } from '../support/statement';
import { multiply } from './multiply';

/** Level 8: below the proposed threshold of 9, and above `STRICTER`. */
const RATED = { Likelihood: 4, Consequence: 2, 'Treatment option': 4 } as const;
const STRICTER = 6;
const ASSESSED_ON = '2026-11-20';
const HOUR = 3_600_000;

export interface Filled {
  /** The folder of a site that is not running. */
  data: string;
  at: number;
  approver: string;
}

/**
 * Files of a site with assessed AI systems whose rated AI risks are spread evenly over them: so many of both, `times` over. Of what
 * is there more than once Jira knows nothing, so nothing may be reconciled.
 */
export async function fillWithRisks(
  folder: string,
  { systems, risks, times }: { systems: number; risks: number; times: number },
): Promise<Filled> {
  const data = join(folder, `${systems}-${risks}-${times}`);
  const site = await openEnrolled({ data });
  const rated: Record<string, unknown> = {};
  for (const [name, place] of Object.entries(RATED)) Object.assign(rated, await optionOf(site, name, place));
  const need = await site.options('iso42001/8.2');
  for (let system = 0; system < systems; system += 1) {
    const id = await assessedSystem(site, need);
    for (let risk = system; risk < risks; risk += systems)
      await site.link('AIMS concern', (await site.create('AI risk', rated)).id, id);
  }
  await site.site.settle({ within: HOUR });
  // The first night comes minutes after the beginning, and would find in Jira none of what is copied.
  await site.site.clock.advance(HOUR);
  await site.site.settle({ within: HOUR });
  const approver = await secondApprover(site);
  const at = site.site.clock.now();
  await site.site.close();
  multiply(data, times);
  return { data, at, approver };
}

async function assessedSystem(site: Enrolled, need: Record<string, unknown>): Promise<string> {
  const { id } = await site.create('AI system');
  await site.move(id, 'Start design');
  await site.move(id, 'Verify');
  const record = await site.create('Task', { ...need, [site.fieldId('Evidence effective date')]: ASSESSED_ON });
  await site.link('AIMS concern', record.id, id);
  await site.move(record.id, 'Done');
  return id;
}

export const openFilled = ({ data, at }: Filled): Promise<Hands> => openSite({ data, clock: virtualClock(at) });

/** Approves a lower threshold, above which every risk is from then on. */
export const approveStricter = (hands: Hands, { approver }: Filled): Promise<void> =>
  approveCriteria(
    <Answer>(name: string, payload: unknown, by: string) => hands.call<Answer>(name, payload, by),
    [{ key: 'threshold', body: { level: STRICTER } }],
    { by: 'admin', approver },
  );

/** AI systems by the state of their treatment of risks (8.3): one and the same, until other criteria count. */
export async function systemsTreated({ site }: Hands): Promise<Record<string, number>> {
  const rows = await site.sql(
    "SELECT state, COUNT(*) AS n FROM coverage_cell WHERE requirement_id = 'iso42001/8.3' AND scope <> 'organisation' GROUP BY state",
  );
  return Object.fromEntries(rows.map(({ state, n }) => [String(state), Number(n)]));
}

/** What `systemsTreated` says of each system before and after `approveStricter`. */
export const TREATED = { before: 'implemented', after: 'gap' } as const;
