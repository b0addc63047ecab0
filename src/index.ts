/** The table of handlers, grouped as in manifest.yml. No logic lives here. */

import { consumeWork } from './ingest/consume';
import { isWorkDue } from './ingest/settle';
import { pushWork } from './queue/facts-queue';
import { controlsStatus } from './resolvers/controls';
import { coverageOverview } from './resolvers/coverage-overview';
import { coverageReasons } from './resolvers/coverage-reasons';
import { coverageRequirement } from './resolvers/coverage-requirement';
import { coverageSystem } from './resolvers/coverage-system';
import * as decisions from './resolvers/decisions';
import { defineProcedures } from './resolvers/define';
import { healthRead } from './resolvers/health';
import * as imports from './resolvers/import';
import { importDryRun } from './resolvers/import-dry-run';
import { issueContext } from './resolvers/issue-context';
import * as issueEdit from './resolvers/issue-edit';
import { matrixRows } from './resolvers/matrix';
import { viewerNeeds } from './resolvers/needs';
import { nonconformitiesList, nonconformitiesOverview } from './resolvers/nonconformities';
import * as policy from './resolvers/policy';
import { projectsList } from './resolvers/projects';
import * as resolutions from './resolvers/resolutions';
import { risksList, risksMatrix, risksOverview } from './resolvers/risks';
import * as settings from './resolvers/settings';
import * as setup from './resolvers/setup';
import { consumeSetup } from './resolvers/setup-work';
import { systemDetail } from './resolvers/system-detail';
import { issuesTitles, systemsList } from './resolvers/systems';
import { coverageTrend, requirementHistory } from './resolvers/trend';
import { migrate } from './store/schema/migrate';
import * as triggers from './triggers';
import { wire } from './wiring';

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
  'applicability.decide': decisions.decideApplicability,
  'applicability.approve': decisions.approveApplicability,
  'evidence.meetInCommon': decisions.meetInCommon,
  'impact.triage': decisions.triageImpact,
  'controls.status': controlsStatus,
  'policy.read': policy.readPolicy,
  'policy.approve': policy.approvePolicy,
  'policy.acknowledge': policy.acknowledgePolicy,
  'conclusion.record': decisions.recordConclusion,
  'conclusion.withdraw': decisions.withdrawConclusion,
});

export const adminResolver = defineProcedures({
  'health.read': healthRead,
  'setup.createProject': setup.setupCreateProject,
  'setup.plan': setup.setupPlan,
  'setup.apply': setup.setupApply,
  'setup.progress': setup.setupProgress,
  'setup.status': setup.setupStatus,
  'setup.reconcile': setup.setupReconcile,
  'resolutions.read': resolutions.resolutionsRead,
  'resolutions.choose': resolutions.resolutionsChoose,
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

export const onJiraEvent = triggers.onJiraEvent;
export const onConfluenceEvent = triggers.onConfluenceEvent;
export const onLifecycle = async (): Promise<void> => migrate();

export const factsWriter = async (event: { body: unknown }) => consumeWork(event.body, await wire());
export const setupWorker = async (event: { body: unknown }) => consumeSetup(event.body, await wire());

export { exportControls, exportCoverage, exportNonconformities, exportRegister, exportRisks } from './export/macros';
export { exportPolicy } from './export/policy';

export const settle = async (): Promise<void> => {
  if (await isWorkDue(Date.now())) await pushWork([{ kind: 'settle' }]);
};
export const nightly = async (): Promise<void> => pushWork([{ kind: 'reconcile', scope: 'changed' }]);
