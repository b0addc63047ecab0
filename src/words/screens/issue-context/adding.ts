import { TARGET_WORDS } from './roles';

/** What is opened in the panel: a requirement or a link is added, an issue is created. */

export const REQUIREMENTS_NOT_LISTED = 'The requirements cannot be listed';
export const REQUIREMENT_BY = 'Requirement by number or word';
export const NO_REQUIREMENT_MATCHES = 'No requirement matches.';
export const moreRequirementsWords = (count: number): string => `and ${count} more: type a number or word`;

export const WHAT_THE_LINK_SAYS = 'What the link says';
export const NO_LINK_MADE = 'No link was made';
export const findTargetWords = (role: keyof typeof TARGET_WORDS): string => `Find ${TARGET_WORDS[role]} by key or word`;

export const RISK_PLACEHOLDER = 'What could happen, and to whom';
export const WORK_PLACEHOLDER = 'What is to be done';
export const RISK_TYPE_MISSING = 'Something of it is missing in Jira: an administrator can set it up again.';
export const NO_ISSUE_CREATED = 'No issue was created';
export const notLinkedYetWords = (key: string): string => `${key} is created, but not linked yet`;
