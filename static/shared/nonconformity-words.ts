import { AGE_WORDS, GRADE_WORDS, NONCONFORMITY_STAGE_WORDS } from '../../src/contract/words';

export { AGE_WORDS as AGES, GRADE_WORDS as GRADES, NONCONFORMITY_STAGE_WORDS as NONCONFORMITY_STAGES };

export type NonconformityStage = keyof typeof NONCONFORMITY_STAGE_WORDS;
export type Grade = keyof typeof GRADE_WORDS;
export type Age = keyof typeof AGE_WORDS;
