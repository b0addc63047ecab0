import type { Input, Output } from '../contract/procedures';
import { addDays, type Day } from '../domain/day';
import { concernedSystems, type ItemId } from '../domain/item/item-fact';
import { itemIdOf } from '../domain/item/item-id';
import { GONE, riskStanding } from '../domain/item/standing';
import { EXPIRING_DAYS, riskTotals } from '../domain/risk/heat-map';
import { needsAttention } from '../domain/risk/risk';
import type { Ingest } from '../ingest/collaborators';
import { CONCERNS_SYSTEM, readStandings } from '../store/overview';
import type { RegisterFilter } from '../store/register';
import type { Handler } from './define';
import { pageAsViewer, sortedBy } from './register-page';
import type { OwnedRow } from './visible';

/** Both heat maps and what runs out: one statement, the same for every viewer of the scope. */
export const risksOverview: Handler<'risks.overview'> = async (
  { projectId, systemIssueId },
  { configuration, today },
) => {
  const { standings, asOf } = await readStandings('ai-risk', projectId, systemOf(systemIssueId));
  const threshold = configuration.settings.riskThreshold;
  const counted = standings.map(({ word, count }) => ({ standing: riskStanding(word), count }));
  return { asOf, threshold, ...riskTotals(counted, threshold, today()) };
};

/** The register of AI risks, highest level first: one statement, and one call as the viewer. */
export const risksList: Handler<'risks.list'> = (input, ingest) => listRisks(input, null, ingest);

/** Risks on a page: the counts, and the highest above the threshold for whoever may see more than what anybody is shown. */
export const risksMatrix: Handler<'risks.matrix'> = async (input, ingest, caller) => {
  const overview = await risksOverview(input, ingest, caller);
  const { projectId, systemIssueId } = input;
  const isOrganisation = projectId === null && systemIssueId === undefined;
  if (isOrganisation && caller.organisation !== 'everything') return { ...overview, top: null };
  const list = { projectId, only: 'above-threshold', square: null, sort: null, page: 0, limit: TOP } as const;
  const { rows, total, hidden } = await listRisks(list, systemOf(systemIssueId), ingest);
  return { ...overview, top: { rows, hidden: hidden + total - rows.length } };
};

const TOP = 10;

const systemOf = (issueId: string | undefined): ItemId | null => (issueId === undefined ? null : itemIdOf(issueId));

async function listRisks(
  input: Input<'risks.list'>,
  systemId: ItemId | null,
  ingest: Ingest,
): Promise<Output<'risks.list'>> {
  const { page, limit } = input;
  const projectId = systemId === null ? input.projectId : null;
  const today = ingest.today();
  const threshold = ingest.configuration.settings.riskThreshold;
  const where = [
    ...conditionsOf(input, threshold, today),
    ...(systemId === null ? [] : [{ sql: CONCERNS_SYSTEM, parameters: [systemId] }]),
  ];
  const sorted = sortedBy(COLUMNS, input.sort, 'i.standing DESC, i.item_id');
  const filter = { kind: 'ai-risk', where, ...sorted, projectId, page, limit } as const;
  const { rows, ...counts } = await pageAsViewer(filter, ingest);
  return { rows: rows.flatMap((row) => rowView(row, threshold, today) ?? []), ...counts };
}

/** Places of a risk's standing `20 45 23 2026-12-01 accepted`, counted from 1. */
const LEVEL = 'SUBSTRING(i.standing, 1, 2)';
const INHERENT = 'SUBSTRING(i.standing, 4, 2)';
const RESIDUAL = 'SUBSTRING(i.standing, 7, 2)';
const EXPIRES = 'SUBSTRING(i.standing, 10, 10)';
const ACCEPTANCE = 'SUBSTRING(i.standing, 21, 8)';
/** Likelihood times consequence of a rating; 0 where it is empty. */
const product = (place: number) => `SUBSTRING(i.standing, ${place}, 1) * SUBSTRING(i.standing, ${place + 1}, 1)`;
const COLUMNS = { inherent: product(4), residual: product(7), acceptance: EXPIRES };
const ACCEPTED = `${ACCEPTANCE} = 'accepted'`;
/** Dashes sort below digits: an acceptance without a day never expires. */
const EXPIRED = `(${EXPIRES} >= '0' AND ${EXPIRES} < ?)`;

function conditionsOf(
  { only, square }: Input<'risks.list'>,
  threshold: number,
  today: Day,
): RegisterFilter['where'][number][] {
  const conditions: RegisterFilter['where'][number][] = [{ sql: `i.standing <> '${GONE}'`, parameters: [] }];
  if (only === 'unrated') conditions.push({ sql: `NOT (${INHERENT} BETWEEN '11' AND '55')`, parameters: [] });
  if (only === 'above-threshold')
    conditions.push({
      sql: `${LEVEL} BETWEEN ? AND '25' AND (NOT ${ACCEPTED} OR ${EXPIRED})`,
      parameters: [String(Math.floor(threshold) + 1).padStart(2, '0'), today],
    });
  if (only === 'acceptance-expired') conditions.push({ sql: `${ACCEPTED} AND ${EXPIRED}`, parameters: [today] });
  if (only === 'acceptance-expiring')
    conditions.push({
      sql: `${ACCEPTED} AND ${EXPIRES} BETWEEN ? AND ?`,
      parameters: [today, addDays(today, EXPIRING_DAYS)],
    });
  if (square)
    conditions.push({
      sql: `${square.map === 'inherent' ? INHERENT : RESIDUAL} = ?`,
      parameters: [`${square.likelihood}${square.consequence}`],
    });
  return conditions;
}

function rowView(
  { fact, issue, owner }: OwnedRow,
  threshold: number,
  today: Day,
): Output<'risks.list'>['rows'][number] | null {
  const { risk } = fact;
  if (!risk) return null;
  return {
    ...issue,
    inherent: risk.inherent,
    residual: risk.residual,
    aboveThreshold: needsAttention(risk, threshold, today),
    treatmentOption: risk.treatmentOption,
    accepted: risk.accepted,
    acceptanceExpires: risk.acceptanceExpires,
    acceptanceExpired: risk.acceptanceExpires !== null && risk.acceptanceExpires < today,
    systems: concernedSystems(fact).length,
    owner,
  };
}
