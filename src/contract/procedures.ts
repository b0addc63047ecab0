import type { z } from 'zod';
import * as attention from './attention';
import * as controls from './controls';
import * as coverage from './coverage';
import * as decision from './decision';
import * as health from './health';
import * as imports from './import';
import * as issue from './issue';
import * as nonconformities from './nonconformities';
import * as policy from './policy';
import * as projects from './projects';
import * as resolutions from './resolutions';
import * as risks from './risks';
import * as settings from './settings';
import * as setup from './setup';
import * as systems from './systems';
import * as trend from './trend';

/**
 * Who may call a procedure. Checked before anything is read.
 * - `figures`: of a project whoever may browse it, of the organisation whoever may view AIMS figures
 * - `counts`: as `figures`; those of the organisation without a login too, where the administrator allowed it
 * - `system`: whoever may browse the AI system's issue
 * - `page`: whoever may read the Confluence page, without a login too
 * - `issue`: whoever may browse the issue; what it changes is changed as that user, so Jira decides
 * - `decide`, `audit`: the app's global permissions
 * - `everybody`: any logged-in user, about themselves only
 * - `administer`: Jira administrators who may manage the AIMS
 */
export type Access =
  | 'figures'
  | 'counts'
  | 'system'
  | 'issue'
  | 'page'
  | 'decide'
  | 'audit'
  | 'everybody'
  | 'administer';

interface Procedure {
  access: Access;
  input: z.ZodType;
  output: z.ZodType;
}

/** Every procedure of the app: name, who may call it, what goes in, what comes out. There is no second list. */
export const procedures = {
  'coverage.overview': { access: 'counts', input: coverage.overviewInput, output: coverage.overviewOutput },
  'coverage.requirement': { access: 'figures', input: coverage.requirementInput, output: coverage.requirementOutput },
  'coverage.reasons': { access: 'figures', input: coverage.requirementInput, output: coverage.reasonsOutput },
  'coverage.system': { access: 'system', input: coverage.systemInput, output: coverage.systemOutput },
  'requirement.history': { access: 'figures', input: trend.historyInput, output: trend.historyOutput },
  'coverage.trend': { access: 'counts', input: trend.trendInput, output: trend.trendSchema },
  'viewer.needs': { access: 'figures', input: attention.needsInput, output: attention.needsOutput },
  'projects.list': { access: 'figures', input: projects.projectsInput, output: projects.projectsOutput },
  'systems.list': { access: 'figures', input: systems.systemsInput, output: systems.systemsOutput },
  'matrix.rows': { access: 'figures', input: systems.matrixInput, output: systems.matrixOutput },
  'system.detail': { access: 'system', input: systems.systemDetailInput, output: systems.systemDetailOutput },
  'issues.titles': { access: 'everybody', input: systems.titlesInput, output: systems.titlesOutput },
  'risks.overview': { access: 'counts', input: risks.risksOverviewInput, output: risks.risksOverviewOutput },
  'risks.matrix': { access: 'counts', input: risks.risksOverviewInput, output: risks.riskMatrixOutput },
  'risks.list': { access: 'figures', input: risks.risksInput, output: risks.risksOutput },
  'nonconformities.overview': {
    access: 'counts',
    input: nonconformities.nonconformitiesOverviewInput,
    output: nonconformities.nonconformitiesOverviewOutput,
  },
  'nonconformities.list': {
    access: 'figures',
    input: nonconformities.nonconformitiesInput,
    output: nonconformities.nonconformitiesOutput,
  },
  'issue.context': { access: 'issue', input: issue.issueContextInput, output: issue.issueContextOutput },
  'issue.addRequirement': { access: 'issue', input: issue.issueRequirementInput, output: issue.issueWrittenOutput },
  'issue.removeRequirement': { access: 'issue', input: issue.issueRequirementInput, output: issue.issueWrittenOutput },
  'issue.addLink': { access: 'issue', input: issue.issueLinkInput, output: issue.issueWrittenOutput },
  'issue.search': { access: 'issue', input: issue.issueSearchInput, output: issue.issueSearchOutput },
  'requirements.list': { access: 'everybody', input: issue.requirementsInput, output: issue.requirementsOutput },
  'applicability.decide': { access: 'decide', input: decision.applicabilityInput, output: setup.acceptedOutput },
  'applicability.approve': {
    access: 'decide',
    input: decision.approveApplicabilityInput,
    output: decision.approveApplicabilityOutput,
  },
  'evidence.meetInCommon': { access: 'decide', input: decision.metInCommonInput, output: decision.recorded },
  'impact.triage': { access: 'decide', input: decision.triageInput, output: decision.recorded },
  'controls.status': { access: 'counts', input: controls.controlsInput, output: controls.controlsOutput },
  'policy.read': { access: 'page', input: policy.policyInput, output: policy.policyOutput },
  'policy.approve': { access: 'decide', input: policy.approvePolicyInput, output: decision.recorded },
  'policy.acknowledge': { access: 'page', input: policy.acknowledgePolicyInput, output: decision.recorded },
  'conclusion.record': { access: 'audit', input: decision.conclusionInput, output: decision.recorded },
  'health.read': { access: 'administer', input: health.healthInput, output: health.healthOutput },
  'setup.createProject': { access: 'administer', input: setup.newProjectInput, output: setup.newProjectOutput },
  'setup.plan': { access: 'administer', input: setup.planInput, output: setup.planOutput },
  'setup.apply': { access: 'administer', input: setup.applyInput, output: setup.applyOutput },
  'setup.progress': { access: 'administer', input: setup.progressInput, output: setup.progressOutput },
  'setup.status': { access: 'administer', input: setup.statusInput, output: setup.statusOutput },
  'setup.reconcile': { access: 'administer', input: setup.reconcileInput, output: setup.acceptedOutput },
  'resolutions.read': {
    access: 'administer',
    input: resolutions.resolutionsInput,
    output: resolutions.resolutionsOutput,
  },
  'resolutions.choose': {
    access: 'administer',
    input: resolutions.chooseResolutionsInput,
    output: setup.acceptedOutput,
  },
  'settings.read': { access: 'administer', input: settings.settingsInput, output: settings.settingsSchema },
  'settings.save': { access: 'administer', input: settings.settingsSchema, output: settings.settingsSchema },
  'import.start': { access: 'administer', input: imports.startImportInput, output: imports.startImportOutput },
  'import.stage': { access: 'administer', input: imports.stageInput, output: imports.stageOutput },
  'import.dryRun': { access: 'administer', input: imports.dryRunInput, output: imports.dryRunOutput },
  'import.discard': { access: 'administer', input: imports.discardImportInput, output: setup.acceptedOutput },
  'import.apply': { access: 'administer', input: imports.applyImportInput, output: setup.acceptedOutput },
  'import.progress': { access: 'administer', input: imports.importProgressInput, output: imports.importProgressOutput },
} as const satisfies Record<string, Procedure>;

export type Procedures = typeof procedures;
export type ProcedureName = keyof Procedures;
export type Input<Name extends ProcedureName> = z.output<Procedures[Name]['input']>;
export type Output<Name extends ProcedureName> = z.output<Procedures[Name]['output']>;

/** What crosses the bridge: an answer, or an error that a person can act on. `ref` ties it to the log. */
export type Envelope<Data> =
  | { ok: true; data: Data }
  | { ok: false; error: { code: string; message: string; remedy: string; ref: string } };
