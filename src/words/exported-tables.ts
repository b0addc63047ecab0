import { dueWords, ORGANISATION_REQUIREMENTS, systemsRequirementsWords } from './figures';
import { counted } from './numbers';
import { CONSEQUENCE, LIKELIHOOD } from './vocabulary';

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
  systems: 'AI systems',
  acceptance: 'Acceptance of what remains',
  risks: 'AI risks',
  likelihood: 'Likelihood ↓ Consequence →',
  clauseStage: 'Step of clause 10.2',
  age: 'Since detection',
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

/** Why the requirement of AI systems has its state. */
export const systemsDueWords = ({ counts, due }: { counts: Parameters<typeof dueWords>[0]; due: number }): string =>
  `${dueWords(counts)} (of ${counted(due, 'AI system', 'AI systems')})`;

interface Risks {
  total: number;
  aboveThreshold: number;
  threshold: number;
  inherent: { unrated: number };
  accepted: number;
  acceptanceExpiring: number;
  acceptanceExpired: number;
}

export const riskTotalWords = ({ total, aboveThreshold, threshold, inherent }: Risks): string =>
  `${counted(total, 'AI risk', 'AI risks')}, ${aboveThreshold} above the threshold of ${threshold} without a current acceptance, ${inherent.unrated} not rated`;

/** Rows of the table of acceptances, with their counts. */
export const acceptanceRows = (risks: Risks): (readonly [words: string, count: number])[] => [
  ['Accepted', risks.accepted],
  ['of these, runs out in the next 90 days', risks.acceptanceExpiring],
  ['Expired', risks.acceptanceExpired],
  ['Not accepted', risks.total - risks.accepted - risks.acceptanceExpired],
];

export const CONSEQUENCES_LINE = `Consequence: ${CONSEQUENCE.map((word, place) => `${place + 1} ${word}`).join(', ')}.`;

export const likelihoodWords = (likelihood: number): string => `${likelihood} ${LIKELIHOOD[likelihood - 1]}`;

export const nonconformityTotalWords = (totals: {
  open: number;
  closed: number;
  overdue: number;
  effectivenessDue: number;
}): string =>
  `${totals.open} open, ${totals.closed} closed, ${totals.overdue} overdue, ${counted(totals.effectivenessDue, 'effectiveness review', 'effectiveness reviews')} due in 30 days`;
