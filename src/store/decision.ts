import { z } from 'zod';
import type { Applicability, Decisions } from '../domain/decision/decision';
import { SPELLINGS } from '../domain/policy/policy-text';
import type { TimeZone } from '../domain/time-zone';
import { TOKEN_OF } from './person';
import { inList, query } from './sql';

/**
 * The append-only table of what only people can say. One shape for all: who, when, about what, and a body by kind.
 * Nothing is ever changed or deleted; the newest of its kind and subject counts.
 */
const bodies = {
  applicability: z.object({ requirementId: z.string(), applicable: z.boolean(), reason: z.string() }),
  /** Freezes the newest decisions as an approved version of the Statement of Applicability. */
  'soa-approval': z.object({
    version: z.number(),
    decisions: z.array(
      z.object({ requirementId: z.string(), applicable: z.boolean(), reason: z.string(), decidedAt: z.number() }),
    ),
  }),
  /** One row an item: its subject is the item, so that reads can join on it. */
  'met-in-common': z.object({ requirementId: z.string(), item: z.string(), withdrawn: z.boolean() }),
  conclusion: z.object({
    requirementId: z.string(),
    scope: z.string(),
    result: z.enum(['conforms', 'nonconforming', 'not-sampled']),
    concludedOn: z.string(),
    validUntil: z.string(),
    kind: z.enum(['internal-audit', 'external-audit', 'independent-check']),
    sample: z.string(),
  }),
  /** Takes a conclusion back; its subject is that conclusion's. */
  'conclusion-withdrawal': z.object({ decisionId: z.string(), reason: z.string() }),
  'impact-triage': z.object({
    systemId: z.string(),
    needed: z.boolean(),
    criteria: z.string(),
    approvedOn: z.string(),
  }),
  /** The text of the AI policy that counts: its page, version and fingerprint, and how many people it is addressed to. */
  'policy-approval': z.object({
    pageId: z.string(),
    pageVersion: z.number(),
    fingerprint: z.string(),
    audience: z.number(),
    approvedOn: z.string(),
    reviewDue: z.string(),
    /** How the fingerprint spells the text; approvals of version 0.1.0 do not say, and spell it as they did. */
    spelling: z.enum(SPELLINGS).default('former'),
  }),
  acknowledgement: z.object({ pageId: z.string(), pageVersion: z.number() }),
} as const;

export type DecisionKind = keyof typeof bodies;
export type DecisionBody<Kind extends DecisionKind> = z.infer<(typeof bodies)[Kind]>;

export interface DecisionRow {
  decisionId: string;
  kind: string;
  at: number;
  body: unknown;
}

/** What a decision is about; enough to know which cells it reaches. */
export interface Decided {
  kind: DecisionKind;
  /** `organisation`, the item id of an AI system or of what is met in common, or a version of the policy. */
  subject: string;
  requirementId: string;
}

/** What was decided since an instant (epoch milliseconds), each once however often it was. */
export async function decidedSince(since: number): Promise<Decided[]> {
  const rows = await query<{ kind: DecisionKind; subject: string; requirement_id: string }>(
    'SELECT DISTINCT kind, subject, requirement_id FROM aims_decision WHERE at >= ?',
    [since],
  );
  return rows.map(({ kind, subject, requirement_id }) => ({ kind, subject, requirementId: requirement_id }));
}

/** Kinds of which only the newest row of a subject and requirement counts. A conclusion is judged by its own date instead. */
const NEWEST_COUNTS = "('applicability', 'soa-approval', 'met-in-common', 'policy-approval', 'impact-triage')";

/**
 * The decisions that the cells of `scopes` are counted from, for a UNION ALL with other reads. However long the history
 * is, the answer holds the newest decision of each control, and of systems only what `scopes` names.
 */
export function decisionSelect(scopes: readonly string[]): { sql: string; parameters: string[] } {
  const list = inList(scopes);
  return {
    sql: `SELECT 'decision', d.kind, d.decision_id, d.body, d.at, NULL FROM (
        SELECT kind, decision_id, body, at, ROW_NUMBER() OVER (PARTITION BY kind, requirement_id, subject ORDER BY at DESC, decision_id DESC) AS age
        FROM aims_decision WHERE kind IN ${NEWEST_COUNTS} AND (kind <> 'impact-triage' OR subject IN (${list}))
      ) d WHERE d.age = 1
      UNION ALL SELECT 'decision', kind, decision_id, body, at, NULL FROM aims_decision
        WHERE kind IN ('conclusion', 'conclusion-withdrawal') AND subject IN (${list})`,
    parameters: [...scopes, ...scopes],
  };
}

/** Decisions "met in common" alone. */
export const MET_IN_COMMON_SELECT = `SELECT 'decision', d.kind, d.decision_id, d.body, d.at, NULL FROM (
    SELECT kind, decision_id, body, at, ROW_NUMBER() OVER (PARTITION BY requirement_id, subject ORDER BY at DESC, decision_id DESC) AS age
    FROM aims_decision WHERE kind = 'met-in-common'
  ) d WHERE d.age = 1`;

/** The newest decision "met in common" of one item for each requirement; its id is the parameter. */
export const MET_IN_COMMON_BY = `SELECT 'common', d.requirement_id, d.body, 0 FROM (
    SELECT requirement_id, body, ROW_NUMBER() OVER (PARTITION BY requirement_id ORDER BY at DESC, decision_id DESC) AS age
    FROM aims_decision WHERE kind = 'met-in-common' AND subject = ?
  ) d WHERE d.age = 1`;

/** Whether a decision's body says so, or takes it back. */
export const metInCommon = (body: string): boolean => !bodyOf('met-in-common', body).withdrawn;

/** How many people have acknowledged each version of the policy. */
export const ACKNOWLEDGED_SELECT = `SELECT 'acknowledged', '', subject, '', COUNT(DISTINCT person), NULL FROM aims_decision
  WHERE kind = 'acknowledgement' GROUP BY subject`;

/** What an acknowledgement is about: one version of one page. */
export const policyVersionOf = ({ pageId, pageVersion }: { pageId: string; pageVersion: number }): string =>
  `${pageId}:${pageVersion}`;

/**
 * What an account decided or approved about a requirement since an instant (epoch milliseconds): for the organisation, for the
 * AI system `scope`, or as met in common. An approved Statement of Applicability is an approval of every control.
 */
export async function kindsDecidedBy(
  accountId: string,
  scope: string,
  requirement: { id: string; excludable: boolean },
  since: number,
): Promise<DecisionKind[]> {
  const statement = requirement.excludable ? "OR kind = 'soa-approval'" : '';
  const rows = await query<{ kind: DecisionKind }>(
    `SELECT DISTINCT kind FROM aims_decision
     WHERE person = ${TOKEN_OF} AND at >= ? AND (requirement_id = ? ${statement})
       AND kind IN ('applicability', 'soa-approval', 'met-in-common', 'policy-approval', 'impact-triage')
       AND (subject IN ('organisation', ?) OR kind = 'met-in-common')`,
    [accountId, since, requirement.id, scope],
  );
  return rows.map(({ kind }) => kind);
}

/** Where a conclusion was given and about which requirement, or null where there is none by that id. */
export async function readConclusion(decisionId: string): Promise<{ scope: string; requirementId: string } | null> {
  const [row] = await query<{ subject: string; requirement_id: string }>(
    "SELECT subject, requirement_id FROM aims_decision WHERE decision_id = ? AND kind = 'conclusion'",
    [decisionId],
  );
  return row ? { scope: row.subject, requirementId: row.requirement_id } : null;
}

/** A stored body. @throws Error when it is none of its kind */
export const bodyOf = <Kind extends DecisionKind>(kind: Kind, text: string): DecisionBody<Kind> =>
  bodies[kind].parse(JSON.parse(text)) as DecisionBody<Kind>;

/** A decision's body as it is stored. @throws Error when it is none of its kind */
export const bodyText = <Kind extends DecisionKind>(kind: Kind, body: DecisionBody<Kind>): string =>
  JSON.stringify(bodies[kind].parse(body));

/**
 * Puts rows together as the domain wants them. A body that no longer parses fails loudly: it is nobody's to guess.
 * @param acknowledged how many people acknowledged, by version of the policy
 * @param zone in which the day of an approval is told
 */
export function decisionsFrom(
  rows: readonly DecisionRow[],
  acknowledged: ReadonlyMap<string, number>,
  zone: TimeZone,
): Decisions {
  const of = <Kind extends DecisionKind>(kind: Kind) =>
    rows
      .filter((row) => row.kind === kind)
      .map(({ at, decisionId, body }) => ({ at, decisionId, body: bodies[kind].parse(body) as DecisionBody<Kind> }));
  const approval = of('soa-approval').sort((a, b) => b.at - a.at)[0];
  const withdrawn = new Set(of('conclusion-withdrawal').map(({ body }) => body.decisionId));
  const policy = of('policy-approval').sort((a, b) => b.at - a.at)[0];
  return {
    applicability: {
      newest: new Map(of('applicability').map(({ at, body }) => [body.requirementId, { ...body, decidedAt: at }])),
      approved: new Map((approval?.body.decisions ?? []).map((decision) => [decision.requirementId, decision])),
      approvedOn: approval ? zone.dayOf(approval.at) : null,
    },
    metInCommon: of('met-in-common')
      .filter(({ body }) => !body.withdrawn)
      .map(({ body }) => ({ requirementId: body.requirementId, item: body.item })),
    conclusions: of('conclusion')
      .filter(({ decisionId }) => !withdrawn.has(decisionId))
      .map(({ at, body }) => ({ ...body, recordedAt: at })),
    triages: of('impact-triage').map(({ body }) => body),
    awareness: policy
      ? { acknowledged: acknowledged.get(policyVersionOf(policy.body)) ?? 0, audience: policy.body.audience }
      : null,
  };
}

/** The applicability decisions as they stand, and the number of the newest approved version (0 for none). */
export async function readApplicability(
  zone: TimeZone,
): Promise<{ applicability: Applicability; newestVersion: number }> {
  const rows = await query<{ kind: string; decision_id: string; body: string; at: number }>(
    `SELECT d.kind, d.decision_id, d.body, d.at FROM (
       SELECT kind, decision_id, body, at, ROW_NUMBER() OVER (PARTITION BY kind, requirement_id ORDER BY at DESC, decision_id DESC) AS age
       FROM aims_decision WHERE kind IN ('applicability', 'soa-approval')
     ) d WHERE d.age = 1`,
    [],
    { at: 'number' },
  );
  const decisions = rows.map((row) => ({
    decisionId: row.decision_id,
    kind: row.kind,
    at: row.at,
    body: JSON.parse(row.body) as unknown,
  }));
  const approvals = decisions
    .filter((row) => row.kind === 'soa-approval')
    .map((row) => bodies['soa-approval'].parse(row.body).version);
  return {
    applicability: decisionsFrom(decisions, new Map(), zone).applicability,
    newestVersion: Math.max(0, ...approvals),
  };
}
