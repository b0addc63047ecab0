import { z } from 'zod';
import type { ConditionKey } from '../../../controls';
import { addMonths, utcDayOf } from '../../domain/day';
import { canonicalJson, sha256 } from '../../domain/document/canonical';
import { statementContent } from '../../domain/statement/content';
import type { ControlRow } from '../../domain/statement/row';
import { insertAct, type NewAct } from '../approval';
import { query } from '../sql';
import { STATEMENT } from '../statement';

/** An approval of 0.1.0 named no end; it counts for the twelve months that an approval counts for now. */
const APPROVED_FOR_MONTHS = 12;

/** The conditions by which 0.1.0 took a control out for an AI system, whatever was decided. */
const CONDITIONS: Readonly<Record<string, ConditionKey>> = {
  'iso42001/A.4.4': 'develop-or-adapt',
  'iso42001/A.5.3': 'triage-not-none',
  'iso42001/A.5.4': 'triage-not-none',
  'iso42001/A.5.5': 'triage-not-none',
  'iso42001/A.6.2.3': 'develop-or-adapt',
  'iso42001/A.6.2.7': 'develop-or-provide',
  'iso42001/A.6.2.8': 'control-logs',
  'iso42001/A.7.3': 'develop-or-adapt',
  'iso42001/A.7.4': 'develop-adapt-or-control-input-data',
  'iso42001/A.7.5': 'develop-or-adapt',
  'iso42001/A.7.6': 'develop-or-adapt',
  'iso42001/A.9.4': 'use',
  'iso42001/A.10.2': 'third-parties-involved',
};

const decidedSchema = z.object({ requirementId: z.string(), applicable: z.boolean(), reason: z.string() });
const approvedSchema = z.object({
  decisions: z.array(decidedSchema.extend({ decidedAt: z.number() })),
});

interface Row {
  kind: string;
  at: number;
  person: string;
  body: string;
}
type Decided = z.infer<typeof decidedSchema>;

/**
 * The decisions on applicability of 0.1.0 become the history of the Statement: each approval a version with the rows as it froze
 * them, and what was decided since a draft. Reasons were texts alone, so their kind is "not typed". Of two at once both write
 * the same, and a row that is there stays.
 */
export async function copyStatement(): Promise<null> {
  const rows = await query<Row>(
    `SELECT kind, at, person, body FROM aims_decision WHERE kind IN ('applicability', 'soa-approval') ORDER BY at, decision_id`,
    [],
    { at: 'number' },
  );
  const decided = rows.filter(({ kind }) => kind === 'applicability').map((row) => ({ ...row, body: decidedOf(row) }));
  const standing = new Map<string, string>();
  let revision = 0;
  const put = async (person: string, act: Omit<NewAct, 'revision'>) => {
    revision += 1;
    await insertAct(STATEMENT, person, { ...act, revision }, 'ON DUPLICATE KEY UPDATE kind = kind');
  };
  /** A draft for each of whom a row differs from: so that rows keep their authors. */
  const draft = async (changed: readonly { person: string; at: number; row: Decided }[]) => {
    const news = changed.filter(({ row }) => standing.get(row.requirementId) !== JSON.stringify(rowOf(row)));
    for (const person of new Set(news.map((one) => one.person))) {
      const theirs = news.filter((one) => one.person === person);
      const written = theirs.map(({ row }) => ({
        key: row.requirementId,
        part: row.requirementId,
        itemId: null,
        body: { ...rowOf(row) },
      }));
      await put(person, { act: 'drafted', at: Math.max(...theirs.map(({ at }) => at)), rows: written });
    }
    for (const { row } of news) standing.set(row.requirementId, JSON.stringify(rowOf(row)));
  };
  for (const { person, at, body } of rows.filter(({ kind }) => kind === 'soa-approval')) {
    const frozen = approvedSchema.parse(JSON.parse(body)).decisions;
    await draft(
      frozen.map(({ decidedAt, ...row }) => ({
        row,
        at: decidedAt,
        person:
          decided.find((one) => one.at === decidedAt && one.body.requirementId === row.requirementId)?.person ?? person,
      })),
    );
    await put(person, { act: 'submitted', at });
    const content = statementContent(new Map(frozen.map((row) => [row.requirementId, { ...rowOf(row) }])));
    await put(person, {
      act: 'approved',
      at,
      fingerprint: await sha256(canonicalJson(content)),
      validUntil: addMonths(utcDayOf(at), APPROVED_FOR_MONTHS),
    });
  }
  const newest = new Map(decided.map((one) => [one.body.requirementId, one]));
  await draft([...newest.values()].map(({ person, at, body }) => ({ person, at, row: body })));
  return null;
}

const decidedOf = ({ body }: Row): Decided => decidedSchema.parse(JSON.parse(body));

const rowOf = ({ requirementId, applicable, reason }: Decided): ControlRow => ({
  applicable,
  appliesWhen: applicable ? (CONDITIONS[requirementId] ?? null) : null,
  reasons: [{ kind: 'not-typed', text: reason, links: [] }],
  responsible: null,
  note: '',
});
