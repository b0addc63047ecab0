/** What a comment beside an issue says of something that was submitted or returned; people are mentioned before or after it. */
export const submittedComment = (name: string): string => `${name}: submitted for approval.`;
export const returnedComment = (name: string): string => `${name}: returned. What has to change:`;
export const WHERE_TO_APPROVE = 'may approve it: under AIMS beside this issue, or in “Needs you” of AI management.';
export const NOBODY_TO_ASK_COMMENT =
  'Nobody who may approve it has opened the app yet: a Jira administrator grants “Approve in the AIMS” to a second person.';
export const TRIAGE_IN_COMMENT = 'Triage of this AI system';
export const inCommonInComment = (number: string): string => `${number} met in common by this issue`;
