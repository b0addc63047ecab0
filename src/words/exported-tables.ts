import { ORGANISATION_REQUIREMENTS, systemsRequirementsWords } from './figures';
import { effectivenessDueWords, SINCE_DETECTION } from './nonconformities';
import { risksAboveWords, risksUnratedWords, risksWords } from './screens/macros/risk-matrix';
import { AI_RISKS, AI_SYSTEMS } from './screens/shared/common';

/** Heads of the columns of exported tables. */
export const COLUMN_TITLES = {
  number: 'No.',
  group: 'Clause or group',
  requirements: 'Requirements',
  inAll: 'In all',
  control: 'Control',
  applicability: 'Applicability',
  state: 'State',
  why: 'Why',
  reason: 'Reason for its applicability',
  stage: 'Stage',
  systems: AI_SYSTEMS,
  acceptance: 'Acceptance of what remains',
  risks: AI_RISKS,
  likelihood: 'Likelihood ↓ Consequence →',
  clauseStage: 'Step of clause 10.2',
  age: SINCE_DETECTION,
  open: 'Open',
} as const;

/** Headings above the two heat maps. */
export const HEAT_MAP_TITLES = { inherent: 'Inherent', residual: 'Residual' } as const;

/** Stands where there is nothing to say. */
export const NOTHING = '–';

export const organisationFigureWords = (figure: string): string => `${ORGANISATION_REQUIREMENTS}: ${figure}`;

/** @param systems how many AI systems are counted, as `scopeWords` says it */
export const systemsFigureWords = (systems: string, figure: string): string =>
  `${systemsRequirementsWords(systems)}: ${figure}`;

export const registerFigureWords = (systems: string, figure: string): string => `${systems}. ${figure}.`;

/** " (3/4)": of how many AI systems a requirement is implemented. */
export const shareWords = (systems: { implemented: number; due: number } | null): string =>
  systems && systems.due > 0 ? ` (${systems.implemented}/${systems.due})` : '';

interface Risks {
  total: number;
  aboveThreshold: number;
  threshold: number;
  inherent: { unrated: number };
  accepted: number;
  acceptanceExpiring: number;
  acceptanceExpired: number;
}

export const riskTotalWords = (risks: Risks): string =>
  [risksWords(risks.total), risksAboveWords(risks), risksUnratedWords(risks.inherent.unrated)].join(', ');

/** Rows of the table of acceptances, with their counts. */
export const acceptanceRows = (risks: Risks): (readonly [words: string, count: number])[] => [
  ['Accepted', risks.accepted],
  ['of these, runs out in the next 90 days', risks.acceptanceExpiring],
  ['Expired', risks.acceptanceExpired],
  ['Not accepted', risks.total - risks.accepted - risks.acceptanceExpired],
];

export const consequencesLine = (words: readonly string[]): string =>
  `Consequence: ${words.map((word, place) => `${place + 1} ${word}`).join(', ')}.`;

export const likelihoodWords = (likelihood: number, words: readonly string[]): string =>
  `${likelihood} ${words[likelihood - 1]}`;

export const nonconformityTotalWords = (totals: {
  open: number;
  closed: number;
  overdue: number;
  effectivenessDue: number;
}): string =>
  `${totals.open} open, ${totals.closed} closed, ${totals.overdue} overdue, ${effectivenessDueWords(totals.effectivenessDue)}`;
