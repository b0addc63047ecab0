/** The nonconformities on a page. Texts alone, as in `../shared/common.ts`. */
export const NO_NONCONFORMITY_HERE = 'No nonconformity is recorded here yet.';
export const OPEN_BY_STEP = 'Open, by step of clause 10.2';
export const OPEN_BY_AGE = 'Open, by age';
