import type { z } from 'zod';
import {
  administer,
  change,
  changeAlways,
  counts,
  countsOf,
  everybody,
  figures,
  figuresOf,
  holds,
  issue,
  own,
  page,
  procedure,
} from './access';
import * as approval from './approval';
import * as attention from './attention';
import * as conclusion from './conclusion';
import * as controls from './controls';
import { revisionOutput } from './course';
import * as coverage from './coverage';
import * as criteria from './criteria';
import * as decision from './decision';
import * as figureSettings from './figure-settings';
import * as health from './health';
import * as imports from './import';
import * as inCommon from './in-common';
import * as issues from './issue';
import * as nonconformities from './nonconformities';
import * as people from './people';
import * as policy from './policy';
import * as projects from './projects';
import * as risks from './risks';
import * as settings from './settings';
import * as setup from './setup';
import * as statement from './statement';
import * as systems from './systems';
import * as trend from './trend';
import * as triage from './triage';

/**
 * Every procedure of the app: name, who may call it, what goes in, what comes out, whether it changes something. There is
 * no second list.
 */
export const procedures = {
  'coverage.overview': procedure(coverage.overviewInput, coverage.overviewOutput, counts('projectId')),
  'coverage.requirement': procedure(coverage.requirementInput, coverage.requirementOutput, figures('projectId')),
  'coverage.reasons': procedure(coverage.requirementInput, coverage.reasonsOutput, figures('projectId')),
  'coverage.system': procedure(coverage.systemInput, coverage.systemOutput, issue('issueId')),
  'requirement.history': procedure(trend.historyInput, trend.historyOutput, figures('projectId')),
  'coverage.trend': procedure(trend.trendInput, trend.trendSchema, counts('projectId')),
  'viewer.needs': procedure(attention.needsInput, attention.needsOutput, own('projectId')),
  'projects.list': procedure(projects.projectsInput, projects.projectsOutput, figures('projectId')),
  'systems.list': procedure(systems.systemsInput, systems.systemsOutput, figures('projectId')),
  'matrix.rows': procedure(systems.matrixInput, systems.matrixOutput, figures('projectId')),
  'system.detail': procedure(systems.systemDetailInput, systems.systemDetailOutput, issue('issueId')),
  'issues.titles': procedure(systems.titlesInput, systems.titlesOutput, everybody),
  'risks.overview': procedure(
    risks.risksOverviewInput,
    risks.risksOverviewOutput,
    countsOf('projectId', 'systemIssueId'),
  ),
  'risks.matrix': procedure(risks.risksOverviewInput, risks.riskMatrixOutput, countsOf('projectId', 'systemIssueId')),
  'risks.list': procedure(risks.risksInput, risks.risksOutput, figures('projectId')),
  'nonconformities.overview': procedure(
    nonconformities.nonconformitiesOverviewInput,
    nonconformities.nonconformitiesOverviewOutput,
    countsOf('projectId', 'systemIssueId'),
  ),
  'nonconformities.list': procedure(
    nonconformities.nonconformitiesInput,
    nonconformities.nonconformitiesOutput,
    figures('projectId'),
  ),
  'issue.context': procedure(issues.issueContextInput, issues.issueContextOutput, issue('issueId')),
  'issue.addRequirement': change(issues.issueRequirementInput, issues.issueWrittenOutput, issue('issueId')),
  'issue.removeRequirement': change(issues.issueRequirementInput, issues.issueWrittenOutput, issue('issueId')),
  'issue.addLink': change(issues.issueLinkInput, issues.issueWrittenOutput, issue('issueId')),
  'issue.search': procedure(issues.issueSearchInput, issues.issueSearchOutput, issue('issueId')),
  'requirements.list': procedure(issues.requirementsInput, issues.requirementsOutput, everybody),
  'statement.read': procedure(statement.statementInput, statement.statementOutput, holds('view-figures')),
  'statement.content': procedure(
    statement.statementContentInput,
    statement.statementContentOutput,
    holds('view-figures'),
  ),
  'statement.deviations': procedure(statement.deviationsInput, statement.deviationsOutput, holds('view-figures')),
  'statement.system': procedure(statement.systemStatementInput, statement.systemStatementOutput, issue('issueId')),
  'statement.edit': change(statement.editStatementInput, revisionOutput, holds('manage-aims')),
  'statement.restore': change(statement.restoreStatementInput, revisionOutput, holds('manage-aims')),
  'criteria.read': procedure(criteria.criteriaInput, criteria.criteriaOutput, holds('view-figures')),
  'criteria.edit': change(criteria.editCriteriaInput, revisionOutput, holds('manage-aims')),
  'criteria.effect': procedure(criteria.effectInput, criteria.effectOutput, holds('decide-aims')),
  'figureSettings.read': procedure(
    figureSettings.figureSettingsInput,
    figureSettings.figureSettingsOutput,
    holds('view-figures'),
  ),
  'figureSettings.edit': change(figureSettings.editFigureSettingsInput, revisionOutput, holds('manage-aims')),
  'approval.submit': change(approval.submitInput, revisionOutput, holds('manage-aims')),
  'approval.takeBack': change(approval.takeBackInput, revisionOutput, holds('manage-aims')),
  'approval.preview': procedure(approval.previewInput, approval.previewOutput, holds('decide-aims')),
  // Whoever may read it: what is the organisation's own goes by a permission, the rest by an issue.
  'approval.compare': procedure(approval.compareInput, approval.compareOutput, everybody),
  'approval.decide': change(approval.decideInput, approval.decideOutput, holds('decide-aims')),
  'approval.withdraw': change(approval.withdrawApprovalInput, revisionOutput, holds('decide-aims')),
  'triage.read': procedure(triage.triageInput, triage.triageOutput, issue('issueId')),
  'triage.edit': change(triage.editTriageInput, revisionOutput, holds('manage-aims')),
  'inCommon.read': procedure(inCommon.inCommonInput, inCommon.inCommonOutput, issue('issueId')),
  'inCommon.edit': change(inCommon.editInCommonInput, revisionOutput, holds('manage-aims')),
  'controls.status': procedure(controls.controlsInput, controls.controlsOutput, counts('projectId')),
  'policy.read': procedure(policy.policyInput, policy.policyOutput, page('pageId')),
  'policy.approve': change(policy.approvePolicyInput, decision.recorded, holds('approve-aims-top')),
  'policy.acknowledge': changeAlways(policy.acknowledgePolicyInput, decision.recorded, page('pageId')),
  'conclusions.list': procedure(
    conclusion.conclusionsInput,
    conclusion.conclusionsOutput,
    figuresOf('projectId', 'systemIssueId'),
  ),
  'conclusion.record': change(conclusion.conclusionInput, decision.recorded, holds('audit-aims')),
  // Whoever gave it may take it back, too, when they do not audit any more.
  'conclusion.withdraw': change(conclusion.withdrawConclusionInput, decision.recorded, everybody),
  'conclusion.raise': change(conclusion.raiseInput, decision.recorded, holds('audit-aims')),
  'nonconformity.agree': change(nonconformities.agreeDismissalInput, decision.recorded, holds('audit-aims')),
  'health.read': procedure(health.healthInput, health.healthOutput, administer),
  'health.fallen': procedure(health.fallenInput, health.fallenOutput, administer),
  'health.seen': change(health.fallenSeenInput, decision.recorded, administer),
  'people.read': procedure(people.peopleInput, people.peopleOutput, administer),
  'setup.createProject': change(setup.newProjectInput, setup.newProjectOutput, administer),
  'setup.plan': procedure(setup.planInput, setup.planOutput, administer),
  'setup.apply': change(setup.applyInput, setup.applyOutput, administer),
  'setup.progress': procedure(setup.progressInput, setup.progressOutput, administer),
  'setup.status': procedure(setup.statusInput, setup.statusOutput, administer),
  'setup.reconcile': changeAlways(setup.reconcileInput, setup.acceptedOutput, administer),
  'settings.read': procedure(settings.settingsInput, settings.settingsOutput, administer),
  'settings.save': change(settings.saveSettingsInput, settings.settingsOutput, administer),
  'import.start': change(imports.startImportInput, imports.startImportOutput, administer),
  'import.stage': change(imports.stageInput, imports.stageOutput, administer),
  'import.dryRun': procedure(imports.dryRunInput, imports.dryRunOutput, administer),
  'import.answer': change(imports.answerImportInput, setup.acceptedOutput, administer),
  'import.discard': change(imports.discardImportInput, setup.acceptedOutput, administer),
  'import.apply': change(imports.applyImportInput, setup.acceptedOutput, administer),
  'import.progress': procedure(imports.importProgressInput, imports.importProgressOutput, administer),
} as const;

export type Procedures = typeof procedures;
export type ProcedureName = keyof Procedures;
/** Those that tell and change nothing: what a screen may read by itself and again. */
export type ReadingName = {
  [Name in ProcedureName]: Procedures[Name]['changes'] extends false ? Name : never;
}[ProcedureName];
export type Input<Name extends ProcedureName> = z.output<Procedures[Name]['input']>;
export type Output<Name extends ProcedureName> = z.output<Procedures[Name]['output']>;

/** What crosses the bridge: an answer, or an error that a person can act on. `ref` ties it to the log. */
export type Envelope<Data> =
  | { ok: true; data: Data }
  | { ok: false; error: { code: string; message: string; remedy: string; ref: string } };
