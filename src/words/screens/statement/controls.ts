import type { Condition } from '../../../domain/applicability/condition';
import type { ReasonKind } from '../../../domain/statement/row';
import { CONDITION_WORDS, REASON_KIND_WORDS } from '../../statement-rows';

/** The tables of controls. */
export const WHICH_CONTROLS = 'Which controls';
export const STILL_OPEN = 'Still open';
export const CHANGED_SINCE_APPROVAL = 'Changed since the approval';
export const NO_CONTROL_IS_SO = 'No control is so.';

export const chooseAllWords = (group: string): string => `Choose all of ${group}`;
export const chooseWords = (control: string): string => `Choose ${control}`;

/** After whether a control applies. */
export const toSystemsWords = (condition: Condition): string => `to ${CONDITION_WORDS[condition]}`;

export const suggestedWords = (kinds: readonly ReasonKind[]): string =>
  `Suggested: applicable, ${kinds.map((kind) => REASON_KIND_WORDS[kind].toLowerCase()).join(', ')}`;
