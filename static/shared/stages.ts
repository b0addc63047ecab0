import { STAGE_WORDS as STAGES } from '../../src/contract/words';

/** Stages of an AI system, and where a register puts what was taken out of the AIMS. */
export const STAGE_WORDS: Readonly<Record<string, string>> = { ...STAGES, 'out-of-scope': 'Out of scope' };

/** The same in a narrow column. */
export const SHORT_STAGES: Readonly<Record<string, string>> = {
  inception: 'Inception',
  'design-and-development': 'Design',
  'verification-and-validation': 'Verification',
  deployment: 'Deployment',
  'operation-and-monitoring': 'Operation',
  're-evaluation': 'Re-evaluation',
};

/** Options of the field "AI Act class", as the blueprint words them. */
export const CLASSES = [
  'Not screened',
  'Not an AI system',
  'Out of scope (Art. 2)',
  'Prohibited',
  'High-risk Annex I',
  'High-risk Annex III',
  'Annex III excepted (Art. 6(3))',
  'Transparency Art. 50',
  'No class-specific duties',
] as const;
