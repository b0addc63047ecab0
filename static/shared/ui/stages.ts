import { OUT_OF_SCOPE } from '../../../src/words/screens/shared/parts';
import { STAGE_WORDS as STAGES } from '../../../src/words/vocabulary';

/** Stages of an AI system, and where a register puts what was taken out of the AIMS. */
export const STAGE_WORDS: Readonly<Record<string, string>> = { ...STAGES, 'out-of-scope': OUT_OF_SCOPE };

/** The same in a narrow column. */
export const SHORT_STAGES: Readonly<Record<string, string>> = {
  inception: 'Inception',
  'design-and-development': 'Design',
  'verification-and-validation': 'Verification',
  deployment: 'Deployment',
  'operation-and-monitoring': 'Operation',
  're-evaluation': 'Re-evaluation',
};
