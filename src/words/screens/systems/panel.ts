import { dayWords } from '../../days';
import { counted } from '../../numbers';

/** One AI system. */
export const LOADING_SYSTEM = 'Loading the AI system';
export const SYSTEM_NOT_SHOWN = 'The AI system cannot be shown';
export const NOT_IN_SCOPE = 'not in scope';
export const LAST_SIGNIFICANT_CHANGE = 'Last significant change';
export const NO_REQUIREMENTS = 'It carries no requirements: it is not in scope, or not counted yet.';
export const showOthersWords = (count: number): string =>
  `Show ${counted(count, 'requirement that is', 'requirements that are')} not due or excluded`;

/** Its chain from impact assessment to evidence. */
export const CHAIN = 'From impact to evidence';
export const IMPACT_ASSESSMENT = 'Impact assessment';
export const WAIVED = 'A triage says that none is needed.';
export const NO_LIVING_RISK = 'No living risk concerns this AI system.';
export const lowerRisksWords = (count: number): string =>
  `and ${counted(count, 'risk', 'risks')} of a lower level, not listed`;
export const UNSEEN_ITEM = 'An item that you may not see';
export const PROGRESS_WORDS = { 'to-do': 'to do', 'in-progress': 'in progress', done: 'done' } as const;
/** Whether what remains of a risk is accepted. */
export const residualWords = (risk: { accepted: boolean; acceptanceExpires: string | null }): string => {
  if (!risk.accepted) return 'not accepted';
  return risk.acceptanceExpires === null ? 'accepted' : `accepted until ${dayWords(risk.acceptanceExpires)}`;
};

/** What the Statement of Applicability says of it. */
export const SHOW_CONTROLS = 'Which controls apply to it, and why';
export const LOADING_CONTROLS = 'Loading the controls';
export const CONTROLS_NOT_SHOWN = 'The controls cannot be shown';
export const APPLIES_AND_WHY = 'Applies, and why';
/** By what it is decided, after whether a control applies. */
export const DECIDED_BY_WORDS = {
  row: '',
  condition: 'by its condition',
  deviation: 'for this AI system alone',
} as const;
