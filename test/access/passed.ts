import type { ProcedureName } from '../../src/contract/procedures';

/** What a well-formed payload about nothing in particular is answered with by whoever may; all others get their answer. */
export const PASSED: Partial<Record<ProcedureName, string>> = {
  'issue.addLink': 'jira-not-found',
  'statement.edit': 'row-written-meanwhile',
  'triage.edit': 'content-changed',
  'inCommon.edit': 'content-changed',
  'criteria.effect': 'approval-not-submitted',
  'approval.submit': 'content-changed',
  'approval.takeBack': 'approval-not-submitted',
  'statement.restore': 'content-changed',
  'approval.preview': 'approval-not-submitted',
  'approval.withdraw': 'version-unknown',
  'conclusion.record': 'not-independent',
  'conclusion.withdraw': 'conclusion-unknown',
  'conclusion.raise': 'conclusion-unknown',
  'policy.approve': 'policy-own-text',
  'policy.acknowledge': 'policy-not-approved',
  'setup.apply': 'plan-stale',
  'setup.progress': 'setup-not-started',
  'import.start': 'import-mapping-invalid',
  'import.stage': 'import-unknown',
  'import.dryRun': 'import-unknown',
  'import.answer': 'import-unknown',
  'import.discard': 'import-unknown',
  'import.apply': 'import-unknown',
  'import.progress': 'import-unknown',
};
