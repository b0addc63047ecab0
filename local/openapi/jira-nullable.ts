/**
 * Properties of the Jira file that are null in practice although it declares texts only: empty values of the history, and
 * the account id that unassigns ("Assign issue" describes null and does not declare it).
 */
export const JIRA_NULLABLE: readonly string[] = [
  'ChangeDetails.from',
  'ChangeDetails.fromString',
  'ChangeDetails.to',
  'ChangeDetails.toString',
  'User.accountId',
];
