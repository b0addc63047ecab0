import type { Condition } from '../../../domain/applicability/condition';
import { CONDITION_WORDS } from '../../statement-rows';
import { TO_NONE_TODAY } from '../../statement-systems';

/** Columns of the Statement of Applicability as a file. */
export const KINDS_OF_REASONS = 'Reason kinds';
export const EVIDENCE_UNTIL = 'Evidence current until';
export const APPROVED_BY = 'Approved by';
export const APPROVED_ON = 'Approved on';
export const VALID_UNTIL = 'Valid until';
/** In place of the key of an AI system. */
export const HIDDEN_SYSTEM = 'An AI system that you may not see';

/** How the code of a version is computed, for whoever wants to do it again. */
export const ALGORITHM = 'SHA-256 of the RFC 8785 form of "content": names in order, no space, texts in NFC with LF';

/** A condition in one line, and whether no AI system meets it. */
export const conditionToldWords = (condition: Condition, toNone: boolean): string =>
  toNone ? `${CONDITION_WORDS[condition]} (${TO_NONE_TODAY.toLowerCase()})` : CONDITION_WORDS[condition];
