import { counted } from './numbers';
import { AI_SYSTEM, AI_SYSTEMS } from './screens/shared/common';

/** What the Statement of Applicability says of AI systems, on its page, in the macro and in files. */

/** Of a control whose condition no AI system meets. */
export const TO_NONE_TODAY = 'Applies to none today';

/** Single AI systems for which a control is decided otherwise than for the others. */
export const otherwiseWords = (count: number): string => `otherwise for ${counted(count, AI_SYSTEM, AI_SYSTEMS)}`;
export const otherwiseAtStartWords = (count: number): string =>
  `Otherwise for ${counted(count, AI_SYSTEM, AI_SYSTEMS)}`;
/** After the name of the AI system. */
export const deviationWords = (applicable: boolean): string => (applicable ? 'applies' : 'is excluded');
