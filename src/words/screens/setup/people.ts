/** Who decides, as the app has seen them. */
export const LOADING_PEOPLE = 'Loading who was seen here';
export const PEOPLE_NOT_SHOWN = 'Who was seen here cannot be shown';
export const ABOUT_PEOPLE =
  'Jira lists nobody who holds a permission of an app, so this page lists whoever has opened the app and holds one now. A Jira administrator grants them under Jira settings > System > Global permissions.';
export const NOBODY_SEEN = 'Nobody who holds one of these permissions has opened AI management yet.';
/** Check P1. */
export const TOO_FEW_APPROVE =
  'Fewer than two people who may approve were seen here: nobody approves what they wrote themselves, so a second person is needed. Grant “Approve in the AIMS” to somebody, and let them open AI management once.';
export const NOBODY_AT_THE_TOP =
  'Nobody who may approve as top management was seen here. Whoever administers Jira grants “Approve as top management”; at first Jira administrators hold it.';
export const PEOPLE_HEADS = ['Person', 'May', 'Last seen'] as const;

/** Names of the permissions, as the manifest has them. */
export const PERMISSION_WORDS = {
  'manage-aims': 'Manage the AIMS',
  'decide-aims': 'Approve in the AIMS',
  'approve-aims-top': 'Approve as top management',
  'audit-aims': 'Audit the AIMS',
} as const;
