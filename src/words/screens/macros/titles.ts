/** Names of the macros, as they and their exports are headed. Texts alone, as in `../shared/common.ts`. */
export const POLICY_TITLE = 'AI policy';
export const COVERAGE_TITLE = 'Clause coverage';
export const CONTROLS_TITLE = 'Control status';
export const REGISTER_TITLE = 'AI system register';
export const RISKS_TITLE = 'Risk matrix';
export const NONCONFORMITIES_TITLE = 'Nonconformities';
