import type { ConditionKey } from '../../../controls';
import { type Course, inForce, type Version } from '../approval/course';
import type { Content } from '../approval/entry';
import type { ItemId } from '../item/item-fact';
import { type ControlRow, rowKeyFrom } from './row';

/**
 * Why the Statement in force is "to review": a mark that asks somebody to look at it, and changes no state (6.1.3). An approval of
 * the next version ends it, though nothing in it be changed.
 */
export const REVIEW_CAUSES = [
  'excluded-and-needed',
  'condition-of-none',
  'reclassified',
  'new-criteria',
  'new-catalogue',
] as const;
export type ReviewCause = (typeof REVIEW_CAUSES)[number];

/** What is kept with an approval, of what was so on that day; outside the fingerprint. */
export interface StatementAnnex {
  /** The version of the catalogue. */
  catalogue: number;
  /** Conditions that were true of an AI system. */
  conditions: readonly ConditionKey[];
}

/** How many items there are of some sort, and some of them. */
export interface Found {
  count: number;
  items: readonly ItemId[];
}

/** What the causes are found in. */
export interface ReviewSituation {
  version: Pick<Version, 'at'>;
  /** Null where the approval kept none, as in 0.1.0. */
  annex: StatementAnnex | null;
  /** Rows of the version in force. */
  rows: Content;
  /** Living AI risks by the control that they name. */
  needed: ReadonlyMap<string, Found>;
  /** AI systems of which a condition of `conditionsOfNone` is true now. */
  meeting: ReadonlyMap<ConditionKey, Found>;
  /** AI systems that were there at the approval, and of which the part, role or class changed after it. */
  reclassified: Found;
  criteria: Pick<Course, 'versions'>;
  /** The version that the catalogue has now. */
  catalogue: number;
}

/** One thing to look at. */
export interface ToReview extends Found {
  cause: ReviewCause;
  /** The controls that it is about; none where it is about all. */
  controls: string[];
  condition: ConditionKey | null;
}

interface CauseRule {
  cause: ReviewCause;
  find(situation: ReviewSituation): Omit<ToReview, 'cause'>[];
}

const NOTHING: Found = { count: 0, items: [] };
const OF_ALL = { ...NOTHING, controls: [], condition: null };

const RULES: readonly CauseRule[] = [
  {
    cause: 'excluded-and-needed',
    find: ({ rows, needed }) =>
      controlsIn(rows)
        .filter(([key, { applicable }]) => !applicable && (needed.get(key)?.count ?? 0) > 0)
        .map(([key]) => ({ ...(needed.get(key) ?? NOTHING), controls: [key], condition: null })),
  },
  {
    cause: 'condition-of-none',
    find: ({ rows, annex, meeting }) =>
      conditionsOfNone(rows, annex).flatMap((condition) => {
        const found = meeting.get(condition) ?? NOTHING;
        return found.count === 0 ? [] : [{ ...found, controls: controlsUnder(condition, rows), condition }];
      }),
  },
  {
    cause: 'reclassified',
    find: ({ reclassified }) => (reclassified.count === 0 ? [] : [{ ...reclassified, controls: [], condition: null }]),
  },
  {
    cause: 'new-criteria',
    find: ({ version, criteria }) => (areOthers(criteria, version.at) ? [OF_ALL] : []),
  },
  {
    // Before annexes were kept there was one catalogue.
    cause: 'new-catalogue',
    find: ({ annex, catalogue }) => (catalogue > (annex?.catalogue ?? 1) ? [OF_ALL] : []),
  },
];

/** Every cause, in the order of the rules. Pure. */
export const causesOf = (situation: ReviewSituation): ToReview[] =>
  RULES.flatMap(({ cause, find }) => find(situation).map((found) => ({ cause, ...found })));

/** Conditions of the version in force that were true of no AI system when it was approved; none where that was not kept. */
export function conditionsOfNone(rows: Content, annex: StatementAnnex | null): ConditionKey[] {
  if (annex === null) return [];
  const conditions = controlsIn(rows).flatMap(([, row]) => (row.applicable ? (row.appliesWhen ?? []) : []));
  return [...new Set(conditions)].filter((condition) => !annex.conditions.includes(condition)).sort();
}

const controlsIn = (rows: Content): [string, ControlRow][] =>
  [...rows]
    .filter(([key]) => rowKeyFrom(key).system === null)
    .map(([key, body]) => [key, body as unknown as ControlRow]);

const controlsUnder = (condition: ConditionKey, rows: Content): string[] =>
  controlsIn(rows).flatMap(([key, row]) => (row.applicable && row.appliesWhen === condition ? key : []));

/** Whether other criteria count than did at an instant: the same ones approved again are no others. */
function areOthers({ versions }: Pick<Course, 'versions'>, at: number): boolean {
  const now = inForce({ versions });
  const then = versions.filter((one) => one.at <= at && (one.withdrawn === null || one.withdrawn.at > at)).at(-1);
  return now !== null && now.fingerprint !== then?.fingerprint;
}
