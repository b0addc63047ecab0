import type { Condition } from '../../../domain/applicability/condition';
import { counted } from '../../numbers';
import { CONDITION_WORDS } from '../../statement-rows';
import { TO_NONE_TODAY } from '../../statement-systems';

/** One control. */
export const neededByWords = (count: number): string =>
  `${counted(count, 'AI risk names', 'AI risks name')} this control.`;

export const DOES_IT_APPLY = 'Does it apply?';
export const APPLIES_TO = 'Applies to';
/** How many AI systems meet the condition of the catalogue. */
export const meetingWords = (count: number, condition: Condition): string =>
  count === 0
    ? `${TO_NONE_TODAY}: no AI system is one of the “${CONDITION_WORDS[condition]}”.`
    : `Today ${counted(count, 'AI system is', 'AI systems are')} so: ${CONDITION_WORDS[condition]}.`;
export const TYPE_A_NAME = 'Type a name';
export const HOW_IMPLEMENTED = 'How it is implemented';
export const TAKE_SUGGESTION = 'Take the suggestion';
export const KEEP_AS_APPROVED = 'Keep as approved';
export const TAKE_OUT = 'Take out';

/** How long a reason may be. */
const LENGTH = 'in 20 to 1,000 characters';

/** Its reasons. */
export const WHY = `Why, ${LENGTH}`;
export const ADD_REASON = 'Add a reason';
export const kindOfReasonWords = (number: number): string => `Kind of reason ${number}`;
export const textOfReasonWords = (number: number): string => `Text of reason ${number}`;
export const takeReasonOutWords = (number: number): string => `Take reason ${number} out`;

/** What a reason rests on: before the number of an article. */
export const ARTICLE_OF_ACT = 'EU AI Act, Article ';
/** On a button within a line, which says what it takes out to whoever does not see the line. */
export const TAKE_IT_OUT = 'take out';
export const takeOutWords = (name: string): string => `Take out ${name}`;

/** Single AI systems for which it is otherwise. */
export const OTHERWISE = 'Otherwise for single AI systems';
export const LOADING_DEVIATIONS = 'Loading them';
export const DEVIATIONS_NOT_SHOWN = 'They cannot be shown';
export const NO_DEVIATION = 'Every AI system goes by the row above.';

export const FIND_SYSTEM = 'Find an AI system';
export const APPLIES_ALL_THE_SAME = 'Applies all the same';
export const DOES_NOT_APPLY = 'Does not apply';
export const WHY_OTHERWISE = 'Why it is otherwise there';
export const WHY_OTHERWISE_LENGTH = `${WHY_OTHERWISE}, ${LENGTH}`;
export const INCLUDE_SYSTEM = 'Include this AI system';
export const EXCLUDE_SYSTEM = 'Exclude this AI system';

/** A control that Annex A does not have. */
export const NEEDS_OWN_CONTROL = 'Does the treatment of a risk need a control that Annex A does not have?';
export const ADD_OWN_CONTROL = 'Add a control of your own';
export const OWN_CONTROL = 'A control of your own';
export const WHAT_IT_ASKS = 'What it asks';
export const WHY_NEEDED = 'Why it is needed';
export const WHY_NEEDED_LENGTH = `${WHY_NEEDED}, ${LENGTH}`;
export const ADD_IT = 'Add it';
