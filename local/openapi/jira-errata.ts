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
  /**
   * "Bulk move issues" requires two properties under names that it does not declare. Positions of gadgets have sentences for
   * names; the examples of "Get gadgets" and "Add gadget to dashboard" have words.
   */
  renamed: {
    'targetToSourcesMapping.issueIdOrKeys': 'issueIdsOrKeys',
    'IssueBulkMovePayload.targetToMultipleSourceMapping': 'targetToSourcesMapping',
    'DashboardGadgetPosition.The column position of the gadget.': 'column',
    'DashboardGadgetPosition.The row position of the gadget.': 'row',
  },
  instants: ['BulkOperationProgress.created', 'BulkOperationProgress.started', 'BulkOperationProgress.updated'],
};
