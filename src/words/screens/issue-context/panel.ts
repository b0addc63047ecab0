import { dayWords } from '../../days';
import { counted, countWords } from '../../numbers';

/** The panel “AIMS” beside an issue. What it says of the issue itself stands in `issue-panel.ts`. */

export const LOADING_CONTRIBUTION = 'Loading what this issue contributes';
export const NOT_SHOWN = 'AIMS cannot be shown';
export const NOT_READ_AGAIN = 'AIMS cannot be read again';
export const BEING_READ_AGAIN = 'Being read again …';
export const PROJECT_TAKES_NO_PART =
  'This project takes no part in the AI management system, so nothing here is counted. A Jira administrator can set up a company-managed project under Apps, AI management.';
export const ADD_REQUIREMENT = 'Add requirement';
export const ADD_LINK = 'Add link';
export const RECORD_RISK = 'Record a risk';

export const WHAT_IT_CONTRIBUTES = 'What it contributes';
export const effectivenessDueWords = (day: string): string => `effectiveness review due ${dayWords(day)}`;

/** Whether what remains of a risk is accepted, and until when. */
export function acceptanceWords(risk: {
  accepted: boolean;
  acceptanceExpires: string | null;
  aboveThreshold: boolean;
}): string {
  if (!risk.accepted) return risk.aboveThreshold ? 'above the threshold' : 'not accepted';
  return risk.acceptanceExpires === null ? 'accepted' : `accepted until ${dayWords(risk.acceptanceExpires)}`;
}

export const NO_REQUIREMENT_YET = 'None yet.';
export const THROUGH_A_LINK = '(through a link)';
export const ORGANISATION_SHOWN_TO = 'Shown to holders of the permission “View AIMS figures”';
export const inCommonWords = (due: number): string =>
  `met in common, as approved: asked of ${due} AI systems of this project`;

/** For whom the requirements count; AI systems are listed after “for”. */
export const FOR_ORGANISATION = 'for the organisation';
export const hiddenSystemsWords = (count: number): string =>
  `${counted(count, 'AI system', 'AI systems')} that you may not see`;

/** Linked issues that are not listed, after those that are. */
export const hiddenLinksWords = (count: number, isAfterOthers: boolean): string =>
  `${isAfterOthers ? 'and ' : ''}${countWords(count)} not listed or not yours to see`;

export const nextStepsWords = (count: number): string => (count > 1 ? 'Next steps' : 'Next step');

/** What was made and what is left to do there, after the new issue's key. */
export const createdWords = (isNamed: boolean): string =>
  `is created and linked. ${
    isNamed
      ? 'Open it to fill in the rest.'
      : 'Its form has no field “AIMS requirements”: open it and add the requirement beside it.'
  }`;
