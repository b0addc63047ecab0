/** Words of the vocabulary that screens and exports show as they stand. */
export { STAGE_WORDS } from '../domain/lifecycle/stage';
export { TREATMENT_WORDS } from '../domain/vocabulary/ai-risk';
