import type { Catalogue, Requirement } from '../../../controls';
import { MAIN_FRAMEWORK } from './requirement-id';

/** What the Statement of Applicability decides on: the controls of ISO/IEC 42001, Annex A (6.1.3). */
export const controlsOfStatement = ({ requirements }: Pick<Catalogue, 'requirements'>): Requirement[] =>
  requirements.filter(({ framework, excludable }) => excludable && framework === MAIN_FRAMEWORK);
