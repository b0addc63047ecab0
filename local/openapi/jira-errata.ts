import type { Errata } from './check';

/** Where the Jira file disagrees with the live product, or with itself. */
export const JIRA_ERRATA: Errata = {
  /**
   * Null in practice although the file declares texts only: empty values of the history, and the account id that unassigns
   * ("Assign issue" describes null and does not declare it). "Associate security scheme to project" and "Set default issue
   * security levels" say that null clears, and declare texts.
   */
  nullable: [
    'ChangeDetails.from',
    'ChangeDetails.fromString',
    'ChangeDetails.to',
    'ChangeDetails.toString',
    'User.accountId',
    'AssociateSecuritySchemeWithProjectDetails.schemeId',
    'DefaultLevelValue.defaultLevelId',
  ],
  /**
   * "Bulk move issues" and "Add issue security level members" require properties under names that they do not declare. Positions of gadgets have sentences for
   * names; the examples of "Get gadgets" and "Add gadget to dashboard" have words.
   */
  renamed: {
    'SecuritySchemeMembersRequest.securitySchemeLevelMembers': 'members',
    'targetToSourcesMapping.issueIdOrKeys': 'issueIdsOrKeys',
    'IssueBulkMovePayload.targetToMultipleSourceMapping': 'targetToSourcesMapping',
    'DashboardGadgetPosition.The column position of the gadget.': 'column',
    'DashboardGadgetPosition.The row position of the gadget.': 'row',
  },
  instants: ['BulkOperationProgress.created', 'BulkOperationProgress.started', 'BulkOperationProgress.updated'],
};
