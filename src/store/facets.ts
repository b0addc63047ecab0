import type { ItemFact, Rating } from '../domain/item/item-fact';
import {
  ACCEPTED,
  type Counted,
  GONE,
  type NonconformityFacets,
  OUT_OF_SCOPE_STANDINGS,
  type RiskFacets,
  standingOf,
} from '../domain/item/standing';
import { type Acceptance, mightDecide, type Right } from '../domain/item/witness';
import type { Grade, NonconformityStage } from '../domain/vocabulary/nonconformity';
import type { SqlValue } from './sql';

/** Of an AI system's `standing`: it has not ended, and is in the scope of the AIMS. */
export const IN_SCOPE = `NOT IN (${OUT_OF_SCOPE_STANDINGS.map((standing) => `'${standing}'`).join(', ')})`;

/** An AI system (`i`) that is there, and in scope. */
export const SYSTEM_IN_SCOPE = `i.kind = 'ai-system' AND i.lost_on IS NULL AND i.standing ${IN_SCOPE}`;

/** Stands for whoever might accept and did, where something has changed since. */
const CHANGED = 'changed';

/** The facets of an item: the columns of `item` that statements group, filter and sort by, each read from the fact. */
const COLUMNS: Readonly<Record<keyof FacetRow, (fact: ItemFact) => SqlValue>> = {
  standing: standingOf,
  likelihood: ({ risk }) => risk?.inherent?.likelihood ?? null,
  consequence: ({ risk }) => risk?.inherent?.consequence ?? null,
  residual_likelihood: ({ risk }) => risk?.residual?.likelihood ?? null,
  residual_consequence: ({ risk }) => risk?.residual?.consequence ?? null,
  acceptance_expires: ({ risk }) => risk?.acceptanceExpires ?? null,
  accepted_on: ({ risk }) => risk?.acceptance?.on ?? null,
  accepted_by: ({ risk }) => acceptedBy(risk?.acceptance),
  grade: ({ nonconformity }) => nonconformity?.grade ?? null,
  detected_on: ({ nonconformity }) => nonconformity?.detectedOn ?? null,
  effectiveness_due: ({ nonconformity }) => nonconformity?.effectivenessDue ?? null,
};

function acceptedBy(acceptance: Acceptance | undefined): FacetRow['accepted_by'] {
  if (acceptance === undefined) return null;
  return acceptance.changed && mightDecide(acceptance.by) ? CHANGED : acceptance.by;
}

export const FACET_COLUMNS = Object.keys(COLUMNS) as readonly (keyof FacetRow)[];
export const facetValues = (fact: ItemFact): SqlValue[] => Object.values(COLUMNS).map((column) => column(fact));

/** Columns of one kind of item alone are null in others. */
export interface FacetRow {
  standing: string;
  likelihood: number | null;
  consequence: number | null;
  residual_likelihood: number | null;
  residual_consequence: number | null;
  acceptance_expires: string | null;
  accepted_on: string | null;
  /** By what right it was accepted, or `changed` where something has changed since; null while nobody has looked. */
  accepted_by: Right | typeof CHANGED | null;
  grade: string | null;
  detected_on: string | null;
  effectiveness_due: string | null;
}

/** How many items have the same facets: a row of `facetsSelect`. */
export interface FacetCount extends FacetRow {
  n: number;
}

/** The number columns of a `FacetCount`, for `query`. */
export const FACET_NUMBERS = {
  likelihood: 'number',
  consequence: 'number',
  residual_likelihood: 'number',
  residual_consequence: 'number',
} as const;

const LIST = FACET_COLUMNS.join(', ');

/** How many living items of a kind have the same facets, in the columns of a `WideRow`. The kind is the app's own word, never input. */
export const facetsSelect = (kind: 'ai-risk' | 'nonconformity', where: string): string =>
  `SELECT '${kind}' AS what, '' AS word, COUNT(*) AS n, ${LIST} FROM item
    WHERE kind = '${kind}' AND lost_on IS NULL AND standing <> '${GONE}' ${where} GROUP BY ${LIST}`;

/** A SELECT of what, word and n in the columns of `facetsSelect`, for UNION ALL. */
export const widened = (select: string): string =>
  `SELECT w.what, w.word, w.n, ${FACET_COLUMNS.map((column) => `NULL AS ${column}`).join(', ')} FROM (${select}) w`;

const ratingOf = (likelihood: number | null, consequence: number | null): Rating | null =>
  likelihood === null || consequence === null ? null : { likelihood, consequence };

export const countedRisk = (row: FacetCount): Counted<RiskFacets> => ({
  facets: {
    inherent: ratingOf(row.likelihood, row.consequence),
    residual: ratingOf(row.residual_likelihood, row.residual_consequence),
    accepted: row.standing === ACCEPTED,
    acceptanceExpires: row.acceptance_expires,
    acceptance: acceptanceOf(row),
  },
  count: row.n,
});

function acceptanceOf({ accepted_on: on, accepted_by: by }: FacetRow): RiskFacets['acceptance'] {
  if (by === null) return null;
  // Whoever accepted might: of others it is not asked what has changed since.
  return by === CHANGED ? { on, by: 'aims-approvers', changed: true } : { on, by, changed: false };
}

export const countedNonconformity = (row: FacetCount): Counted<NonconformityFacets> => ({
  facets: {
    grade: row.grade as Grade,
    stage: row.standing as NonconformityStage,
    detectedOn: row.detected_on,
    effectivenessDue: row.effectiveness_due,
  },
  count: row.n,
});
