/** The register of nonconformities. Texts alone; those that macros and exports have, too, stand in `../nonconformities.ts`. */
export const LOADING_NONCONFORMITIES = 'Loading the nonconformities';
export const NONCONFORMITIES_NOT_SHOWN = 'The nonconformities cannot be shown';
export const NO_NONCONFORMITY =
  'No nonconformity is recorded. When a requirement is not fulfilled, create an issue of the type “Nonconformity”.';
export const NO_NONCONFORMITY_MATCHES = 'No nonconformity matches.';
export const NEITHER_GOOD_NOR_BAD =
  'More nonconformities found may mean better audits: a count alone is neither good nor bad.';

export const LISTS_OF_NONCONFORMITIES = 'List of nonconformities';
export const EFFECTIVENESS_DUE_SOON = 'Effectiveness review due in 30 days';
export const OPEN_BY_GRADE_AND_STEP = 'Open by grade and step of 10.2';
export const OPEN_BY_AGE = 'Open by age';
export const STEP = 'Step of 10.2';
export const EFFECTIVENESS_DUE = 'Effectiveness due';
