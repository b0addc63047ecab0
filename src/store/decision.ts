import { z } from 'zod';
import type { Decisions } from '../domain/decision/decision';
import { inCommonSubject } from '../domain/in-common/subject';
import type { Awareness } from '../domain/policy/awareness';
import { SPELLINGS } from '../domain/policy/policy-text';
import { IMPACT_ASSESSMENT, STATEMENT_OF_APPLICABILITY } from '../domain/requirement/named';
import type { Applicability } from '../domain/statement/effect';
import { keyOf } from '../domain/statement/row';
import { type AudienceRow, membersFrom } from './audience';
import { type InForce, metInCommonFrom, triagesFrom } from './in-force';
import { TOKEN_OF } from './person';
import { inList, query } from './sql';

/**
 * The append-only table of what only people can say. One shape for all: who, when, about what, and a body by kind.
 * Nothing is ever changed or deleted; the newest of its kind and subject counts.
 */
const bodies = {
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
    /** Items that were looked at, and of an external audit the body and its report; conclusions of version 0.1.0 name none. */
    items: z.array(z.string()).default([]),
    auditBody: z.string().nullable().default(null),
    report: z.string().nullable().default(null),
  }),
  /** Takes a conclusion back; its subject is that conclusion's. */
  'conclusion-withdrawal': z.object({ decisionId: z.string(), reason: z.string() }),
  /** A nonconformity was raised from a conclusion, whose subject is this one's. */
  'conclusion-raised': z.object({ decisionId: z.string(), item: z.string() }),
  'impact-triage': z.object({
    systemId: z.string(),
    needed: z.boolean(),
    criteria: z.string(),
    approvedOn: z.string(),
  }),
  /** The text of the AI policy that counts: its page, version and fingerprint, and whom it is addressed to. */
  'policy-approval': z.object({
    pageId: z.string(),
    pageVersion: z.number(),
    fingerprint: z.string(),
    /** Groups of the site by their ids, none: nobody; approvals from before there were groups give a number of people. */
    audience: z.union([z.number(), z.object({ groups: z.array(z.string()) })]),
    approvedOn: z.string(),
    reviewDue: z.string(),
    /** How the fingerprint spells the text; approvals of version 0.1.0 do not say, and spell it as they did. */
    spelling: z.enum(SPELLINGS).default('former'),
  }),
  acknowledgement: z.object({ pageId: z.string(), pageVersion: z.number() }),
  /** Somebody who audits agrees that a nonconformity of an audit is none, or an observation; its subject is the item. */
  'dismissal-agreement': z.object({ item: z.string(), settledOn: z.string(), reason: z.string() }),
  /** An administrator set something alone that no figure hangs on; its subject says what. */
  setting: z.object({ from: z.string().nullable(), to: z.string() }),
  /** The last day on which triages and what is met in common count that one person alone decided, in version 0.1.0. */
  'second-person-due': z.object({ until: z.string() }),
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
const NEWEST_COUNTS =
  "('met-in-common', 'policy-approval', 'impact-triage', 'second-person-due', 'dismissal-agreement')";
/** A conclusion, and what was said about it since. */
export const OF_CONCLUSIONS = "('conclusion', 'conclusion-withdrawal', 'conclusion-raised')";

/**
 * The decisions that the cells of `scopes` are counted from, for a UNION ALL with other reads. However long the history
 * is, the answer holds the newest decision of each subject, and of systems only what `scopes` names.
 */
export function decisionSelect(scopes: readonly string[]): { sql: string; parameters: string[] } {
  const list = inList(scopes);
  return {
    sql: `SELECT 'decision', d.kind, d.decision_id, d.body, d.at, NULL FROM (
        SELECT kind, decision_id, body, at, ROW_NUMBER() OVER (PARTITION BY kind, requirement_id, subject ORDER BY at DESC, decision_id DESC) AS age
        FROM aims_decision WHERE kind IN ${NEWEST_COUNTS} AND (kind <> 'impact-triage' OR subject IN (${list}))
      ) d WHERE d.age = 1
      UNION ALL SELECT 'decision', kind, decision_id, body, at, NULL FROM aims_decision
        WHERE kind IN ${OF_CONCLUSIONS} AND subject IN (${list})`,
    parameters: [...scopes, ...scopes],
  };
}

/** How many people have acknowledged each version of the policy. */
export const ACKNOWLEDGED_SELECT = `SELECT 'acknowledged', '', subject, '', COUNT(DISTINCT person), NULL FROM aims_decision
  WHERE kind = 'acknowledgement' GROUP BY subject`;

/** What an acknowledgement is about: one version of one page. */
export const policyVersionOf = ({ pageId, pageVersion }: { pageId: string; pageVersion: number }): string =>
  `${pageId}:${pageVersion}`;

/**
 * What an account decided or approved about a requirement since an instant (epoch milliseconds): for the organisation, for the
 * AI system `scope`, or as met in common. Whoever submitted or approved a Statement of Applicability did so for every control.
 */
export async function kindsDecidedBy(
  accountId: string,
  scope: string,
  requirement: { id: string; excludable: boolean },
  since: number,
): Promise<DecidingKind[]> {
  const statement = requirement.excludable || requirement.id === STATEMENT_OF_APPLICABILITY ? STATEMENT_PARTS : '';
  const rows = await query<{ kind: DecidingKind }>(
    `SELECT DISTINCT kind FROM aims_decision
     WHERE person = ${TOKEN_OF} AND at >= ? AND requirement_id = ?
       AND kind IN ('met-in-common', 'policy-approval', 'impact-triage')
       AND (subject IN ('organisation', ?) OR kind = 'met-in-common')
     UNION ${SECOND_PERSON_PARTS} ${statement}`,
    [
      accountId,
      since,
      requirement.id,
      scope,
      accountId,
      since,
      requirement.id === IMPACT_ASSESSMENT ? scope : '',
      `%${inCommonSubject({ item: '', requirementId: requirement.id })}`,
      ...(statement === ''
        ? []
        : [accountId, since, requirement.id, keyOf({ control: requirement.id, system: scope })]),
    ],
  );
  return rows.map(({ kind }) => kind);
}

/** A decision, or a part that somebody had in the Statement of Applicability. */
export type DecidingKind = DecisionKind | 'statement-row' | 'statement-approval' | 'triage' | 'in-common';

/** Whoever wrote a triage of the AI system, or that something is met in common for the requirement, submitted or approved it. */
const SECOND_PERSON_PARTS = `SELECT DISTINCT kind FROM approval_entry
  WHERE person = ${TOKEN_OF} AND at >= ? AND row_key = '' AND act IN ('drafted', 'submitted', 'approved')
    AND ((kind = 'triage' AND subject = ?) OR (kind = 'in-common' AND subject LIKE ?))`;

const STATEMENT_PARTS = `UNION SELECT DISTINCT IF(row_key = '', 'statement-approval', 'statement-row') FROM approval_entry
  WHERE kind = 'statement' AND person = ${TOKEN_OF} AND at >= ? AND (row_key IN (?, ?) OR (row_key = '' AND act IN ('approved', 'submitted')))`;

/** A stored body. @throws Error when it is none of its kind */
export const bodyOf = <Kind extends DecisionKind>(kind: Kind, text: string): DecisionBody<Kind> =>
  bodies[kind].parse(JSON.parse(text)) as DecisionBody<Kind>;

/** A decision's body as it is stored. @throws Error when it is none of its kind */
export const bodyText = <Kind extends DecisionKind>(kind: Kind, body: DecisionBody<Kind>): string =>
  JSON.stringify(bodies[kind].parse(body));

/**
 * What one person alone decided in version 0.1.0, which counts until a day; a second person's approval comes before it. A triage
 * that asked for an assessment never waived one.
 */
function byOnePerson({
  until,
  triages,
  metInCommon,
}: {
  until: string | null;
  triages: readonly DecisionBody<'impact-triage'>[];
  metInCommon: readonly DecisionBody<'met-in-common'>[];
}): Pick<Decisions, 'triages' | 'metInCommon'> {
  if (until === null) return { triages: [], metInCommon: [] };
  return {
    triages: triages
      .filter(({ needed }) => !needed)
      .map(({ systemId, approvedOn }) => ({ systemId, approvedOn, validUntil: until, decidedFor: null })),
    metInCommon: metInCommon
      .filter(({ withdrawn }) => !withdrawn)
      .map(({ requirementId, item }) => ({
        requirementId,
        item,
        systems: { which: 'every', reason: '' },
        validUntil: until,
        byOnePerson: true,
      })),
  };
}

/** What decisions are put together from. */
export interface Known {
  decisions: readonly DecisionRow[];
  applicability: Applicability;
  inForce: readonly InForce[];
  /** How many people acknowledged, by version of the policy. */
  acknowledged: ReadonlyMap<string, number>;
  audience: readonly AudienceRow[];
}

/** Puts rows together as the domain wants them. A body that no longer parses fails loudly: it is nobody's to guess. */
export function decisionsFrom({ decisions: rows, applicability, inForce, ...known }: Known): Decisions {
  const of = <Kind extends DecisionKind>(kind: Kind) =>
    rows
      .filter((row) => row.kind === kind)
      .map(({ at, decisionId, body }) => ({ at, decisionId, body: bodies[kind].parse(body) as DecisionBody<Kind> }));
  const withdrawn = new Set(of('conclusion-withdrawal').map(({ body }) => body.decisionId));
  const raised = of('conclusion-raised');
  const policy = of('policy-approval').sort((a, b) => b.at - a.at)[0];
  const byOne = byOnePerson({
    until: of('second-person-due')[0]?.body.until ?? null,
    triages: of('impact-triage').map(({ body }) => body),
    metInCommon: of('met-in-common').map(({ body }) => body),
  });
  return {
    applicability,
    metInCommon: [...metInCommonFrom(inForce), ...byOne.metInCommon],
    conclusions: of('conclusion')
      .filter(({ decisionId }) => !withdrawn.has(decisionId))
      .map(({ at, decisionId, body }) => ({
        ...body,
        recordedAt: at,
        raised: raised.filter((one) => one.body.decisionId === decisionId).map((one) => one.body.item),
      })),
    triages: [...triagesFrom(inForce), ...byOne.triages],
    agreedDismissals: new Map(of('dismissal-agreement').map(({ body }) => [body.item, body.settledOn])),
    awareness: policy ? awarenessOf(policy.body, known) : null,
  };
}

function awarenessOf(
  policy: DecisionBody<'policy-approval'>,
  { acknowledged, audience }: Pick<Known, 'acknowledged' | 'audience'>,
): Awareness {
  return typeof policy.audience === 'number'
    ? { acknowledged: acknowledged.get(policyVersionOf(policy)) ?? 0, audience: policy.audience }
    : membersFrom(audience, policy.audience.groups.length);
}
