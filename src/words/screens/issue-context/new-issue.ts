/** Creating an issue that is linked to this one. */

export const RISK_PLACEHOLDER = 'What could happen, and to whom';
export const WORK_PLACEHOLDER = 'What is to be done';
export const RISK_TYPE_MISSING = 'Something of it is missing in Jira: an administrator can set it up again.';
export const NO_ISSUE_CREATED = 'No issue was created';
export const notLinkedYetWords = (key: string): string => `${key} is created, but not linked yet`;
