import type { Errata } from './check';

/** Where the Jira file disagrees with the live product, or with itself. */
export const JIRA_ERRATA: Errata = {
  /**
   * Null in practice although the file declares texts only: empty values of the history, and the account id that unassigns
   * ("Assign issue" describes null and does not declare it).
   */
  nullable: [
    'ChangeDetails.from',
    'ChangeDetails.fromString',
    'ChangeDetails.to',
    'ChangeDetails.toString',
    'User.accountId',
  ],
  /** The schema names these two by sentences; the examples of "Get gadgets" and "Add gadget to dashboard" by words. */
  renamed: {
    'DashboardGadgetPosition.The column position of the gadget.': 'column',
    'DashboardGadgetPosition.The row position of the gadget.': 'row',
  },
};
