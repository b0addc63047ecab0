import type { ProcedureName } from '../../src/contract/procedures';

/** A well-formed payload of every procedure; ids are those of a project and of an AI system on the site, or unknown ones. */
export function wellFormed(projectId: string, systemIssueId: string): Record<ProcedureName, unknown> {
  const choices = { sharedSchemes: 'copy', otherScreens: true };
  const requirement = { projectId, requirementId: '8.2' };
  const importId = '00000000-0000-4000-8000-000000000000';
  const day = '2026-11-24';
  return {
    'coverage.overview': { projectId },
    'coverage.requirement': requirement,
    'coverage.reasons': requirement,
    'coverage.system': { issueId: systemIssueId },
    'coverage.trend': { projectId, days: 90 },
    'requirement.history': requirement,
    'viewer.needs': { projectId },
    'projects.list': { projectId },
    'systems.list': {
      projectId,
      text: null,
      stages: [],
      classes: [],
      inScopeOnly: false,
      only: 'all',
      page: 0,
      limit: 25,
    },
    'matrix.rows': { projectId, stages: [], classes: [], after: null, limit: 1_000 },
    'system.detail': { issueId: systemIssueId },
    'issues.titles': { issueIds: [systemIssueId] },
    'risks.overview': { projectId },
    'risks.list': { projectId, only: 'all', square: null, page: 0, limit: 25 },
    'nonconformities.overview': { projectId },
    'nonconformities.list': { projectId, only: 'open', grade: null, stage: null, age: null, page: 0, limit: 25 },
    'issue.context': { issueId: systemIssueId },
    'issue.addRequirement': { issueId: systemIssueId, requirementId: '8.2' },
    'issue.removeRequirement': { issueId: systemIssueId, requirementId: '8.2' },
    'issue.addLink': { issueId: systemIssueId, role: 'evidences', targetKey: 'NONE-1' },
    'issue.search': { issueId: systemIssueId, role: 'evidences', text: 'claim' },
    'requirements.list': {},
    'applicability.decide': { decisions: [{ requirementId: 'A.2.2', applicable: true, reason: 'Risk.' }] },
    'applicability.approve': {},
    'evidence.meetInCommon': { requirementId: 'A.6.2.8', issueId: systemIssueId, withdrawn: true },
    'impact.triage': { systemIssueId, needed: true, criteria: 'Affects people.' },
    'policy.approve': { policyVersion: '1', audience: 10 },
    'policy.acknowledge': { policyVersion: '1' },
    'conclusion.record': {
      requirementId: '4.1',
      systemIssueId: null,
      result: 'conforms',
      concludedOn: day,
      validUntil: null,
      kind: 'internal-audit',
      sample: '',
    },
    'health.read': {},
    'setup.createProject': { key: 'FRESH', name: 'Fresh' },
    'setup.plan': { projectId, choices },
    'setup.apply': { projectId, choices, digest: 'of another plan' },
    'setup.progress': { runId: importId },
    'setup.status': {},
    'setup.reconcile': { scope: 'changed' },
    'import.start': { projectId, mapping: 'generic', columns: ['Name'], asOf: day },
    'import.stage': { importId, rows: [{ line: 2, cells: { Name: 'One' } }] },
    'import.dryRun': { importId },
    'import.apply': { importId },
    'import.progress': { importId },
  };
}
