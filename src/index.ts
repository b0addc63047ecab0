/** The table of handlers, grouped as in manifest.yml. No logic lives here. */

import { consumeWork } from './ingest/consume';
import { pushWork } from './queue/facts-queue';
import { controlsStatus } from './resolvers/controls';
import { coverageOverview } from './resolvers/coverage-overview';
import { coverageReasons } from './resolvers/coverage-reasons';
import { coverageRequirement } from './resolvers/coverage-requirement';
import { coverageSystem } from './resolvers/coverage-system';
import * as decisions from './resolvers/decisions';
import { defineProcedures } from './resolvers/define';
import * as imports from './resolvers/import';
import * as policy from './resolvers/policy';
import * as settings from './resolvers/settings';
import * as setup from './resolvers/setup';
import { consumeSetup } from './resolvers/setup-work';
import { migrate } from './store/migrations';
import * as triggers from './triggers';
import { wire } from './wiring';

export const resolver = defineProcedures({
  'coverage.overview': coverageOverview,
  'coverage.requirement': coverageRequirement,
  'coverage.reasons': coverageReasons,
  'coverage.system': coverageSystem,
  'applicability.decide': decisions.decideApplicability,
  'applicability.approve': decisions.approveApplicability,
  'evidence.meetInCommon': decisions.meetInCommon,
  'impact.triage': decisions.triageImpact,
  'controls.status': controlsStatus,
  'policy.read': policy.readPolicy,
  'policy.approve': policy.approvePolicy,
  'policy.acknowledge': policy.acknowledgePolicy,
  'conclusion.record': decisions.recordConclusion,
});

export const adminResolver = defineProcedures({
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
  'import.dryRun': imports.importDryRun,
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

export const settle = async (): Promise<void> => pushWork([{ kind: 'settle' }]);
export const nightly = async (): Promise<void> => pushWork([{ kind: 'reconcile', scope: 'changed' }]);
