import { numberOf } from '../domain/requirement/requirement-id';

/** AI risks to start from: how one is found, read and taken. */

interface Treatment {
  what: string;
  controls: readonly string[];
}

export const FROM_LIBRARY = 'Begin with a risk of the library';
export const FIND_RISK = 'Find a risk by words, such as “bought”, “chat”, “children”';
export const NO_RISK_OF_LIBRARY =
  'No risk of the library matches. Say in your own words what could happen, and to whom.';
export const moreOfLibraryWords = (count: number): string => `And ${count} more: type a word of it.`;
export const QUESTIONS_TO_ASK = 'Ask those who work with it:';
export const TREATMENTS_TO_THINK_OF = 'Treatments to think of:';
export const TAKE_RISK = 'Take it as a start';

/** What stands in the description of a risk that is begun with: a line each. */
export const describedWords = ({
  description,
  questions,
  treatments,
}: {
  description: string;
  questions: readonly string[];
  treatments: readonly Treatment[];
}): string[] => [
  description,
  QUESTIONS_TO_ASK,
  ...questions.map((question) => `– ${question}`),
  TREATMENTS_TO_THINK_OF,
  ...treatments.map((treatment) => `– ${treatmentWords(treatment)}`),
];

/** Controls are proposals: a risk requires those that somebody names in it. */
export const treatmentWords = ({ what, controls }: Treatment): string =>
  `${what}${controls.length === 0 ? '' : ` (${controls.map((id) => numberOf(id)).join(', ')})`}`;
