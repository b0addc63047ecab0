/** Agreement of whoever audits to the dismissal of what an audit raised, or to its being made an observation. */
export const AGREE_AS_AUDITOR = 'Agree, as somebody who audits';
export const WHY_AGREED = 'Why it is no nonconformity, or an observation';
export const AGREE = 'Agree';
export const NOT_AGREED = 'Your agreement is not recorded';
