/** The table of handlers, grouped as in manifest.yml. No logic lives here. */

import { defineProcedures } from './entries/resolver';
import * as approvals from './usecases/approvals/approvals';
import { compareVersions } from './usecases/approvals/compare';
import { submitForApproval, takeBack } from './usecases/approvals/submit';
import { conclusionsList } from './usecases/conclusions/list';
import { raiseNonconformity } from './usecases/conclusions/raise';
import { recordConclusion } from './usecases/conclusions/record';
import { withdrawConclusion } from './usecases/conclusions/withdraw';
import { controlsStatus } from './usecases/coverage/controls';
import { matrixRows } from './usecases/coverage/matrix';
import { viewerNeeds } from './usecases/coverage/needs';
import { coverageOverview } from './usecases/coverage/overview';
import { coverageReasons } from './usecases/coverage/reasons';
import { coverageRequirement } from './usecases/coverage/requirement';
import { coverageSystem } from './usecases/coverage/system';
import { coverageTrend, requirementHistory } from './usecases/coverage/trend';
import { editCriteria } from './usecases/criteria/edit';
import { effectOfCriteria } from './usecases/criteria/effect';
import { readCriteria } from './usecases/criteria/read';
import * as policy from './usecases/documents/policy';
import { healthFallen, healthSeen } from './usecases/health/fallen';
import { healthRead } from './usecases/health/health';
import { importDryRun } from './usecases/importing/dry-run';
import * as imports from './usecases/importing/import';
import { agreeDismissal } from './usecases/improvement/agree-dismissal';
import { nonconformitiesList, nonconformitiesOverview } from './usecases/improvement/nonconformities';
import { editInCommon } from './usecases/in-common/edit';
import { readInCommon } from './usecases/in-common/read';
import { issueContext } from './usecases/issues/context';
import * as issueEdit from './usecases/issues/edit';
import { readPeople } from './usecases/people/read';
import { risksList, risksMatrix, risksOverview } from './usecases/risks/risks';
import { editFigureSettings } from './usecases/settings/edit';
import { readFigureSettings } from './usecases/settings/read';
import { projectsList } from './usecases/setup/projects';
import * as settings from './usecases/setup/settings';
import * as setup from './usecases/setup/setup';
import { deviationsOf, statementContentPage } from './usecases/statement/content';
import * as statement from './usecases/statement/edit';
import { readStatementView } from './usecases/statement/read';
import { statementOfSystem } from './usecases/statement/system';
import { systemDetail } from './usecases/systems/detail';
import { issuesTitles, systemsList } from './usecases/systems/register';
import { editTriage } from './usecases/triage/edit';
import { readTriage } from './usecases/triage/read';

export const resolver = defineProcedures({
  'coverage.overview': coverageOverview,
  'coverage.requirement': coverageRequirement,
  'coverage.reasons': coverageReasons,
  'coverage.system': coverageSystem,
  'coverage.trend': coverageTrend,
  'requirement.history': requirementHistory,
  'viewer.needs': viewerNeeds,
  'projects.list': projectsList,
  'systems.list': systemsList,
  'matrix.rows': matrixRows,
  'system.detail': systemDetail,
  'issues.titles': issuesTitles,
  'risks.overview': risksOverview,
  'risks.matrix': risksMatrix,
  'risks.list': risksList,
  'nonconformities.overview': nonconformitiesOverview,
  'nonconformities.list': nonconformitiesList,
  'issue.context': issueContext,
  'issue.addRequirement': issueEdit.addRequirement,
  'issue.removeRequirement': issueEdit.removeRequirement,
  'issue.addLink': issueEdit.addLink,
  'issue.search': issueEdit.issueSearch,
  'requirements.list': issueEdit.requirementsList,
  'statement.read': readStatementView,
  'statement.content': statementContentPage,
  'statement.deviations': deviationsOf,
  'statement.system': statementOfSystem,
  'statement.edit': statement.editStatement,
  'statement.restore': statement.restoreStatement,
  'criteria.read': readCriteria,
  'criteria.edit': editCriteria,
  'criteria.effect': effectOfCriteria,
  'figureSettings.read': readFigureSettings,
  'figureSettings.edit': editFigureSettings,
  'approval.submit': submitForApproval,
  'approval.takeBack': takeBack,
  'approval.preview': approvals.previewApproval,
  'approval.compare': compareVersions,
  'approval.decide': approvals.decideApprovals,
  'approval.withdraw': approvals.withdrawApproval,
  'triage.read': readTriage,
  'triage.edit': editTriage,
  'inCommon.read': readInCommon,
  'inCommon.edit': editInCommon,
  'controls.status': controlsStatus,
  'policy.read': policy.readPolicy,
  'policy.approve': policy.approvePolicy,
  'policy.acknowledge': policy.acknowledgePolicy,
  'conclusions.list': conclusionsList,
  'conclusion.record': recordConclusion,
  'conclusion.withdraw': withdrawConclusion,
  'conclusion.raise': raiseNonconformity,
  'nonconformity.agree': agreeDismissal,
});

export const adminResolver = defineProcedures({
  'health.read': healthRead,
  'health.fallen': healthFallen,
  'health.seen': healthSeen,
  'people.read': readPeople,
  'setup.createProject': setup.setupCreateProject,
  'setup.plan': setup.setupPlan,
  'setup.apply': setup.setupApply,
  'setup.progress': setup.setupProgress,
  'setup.status': setup.setupStatus,
  'setup.reconcile': setup.setupReconcile,
  'settings.read': settings.readSettings,
  'settings.save': settings.saveSettings,
  'import.start': imports.importStart,
  'import.stage': imports.importStage,
  'import.dryRun': importDryRun,
  'import.answer': imports.importAnswer,
  'import.discard': imports.importDiscard,
  'import.apply': imports.importApply,
  'import.progress': imports.importProgress,
});

export {
  exportControls,
  exportCoverage,
  exportNonconformities,
  exportRegister,
  exportRisks,
} from './entries/export/macros';
export { exportPolicy } from './entries/export/policy';
export { factsWriter, setupWorker } from './entries/queues';
export { nightly, onLifecycle, settle } from './entries/schedules';
export { onConfluenceEvent, onJiraEvent } from './entries/triggers';
