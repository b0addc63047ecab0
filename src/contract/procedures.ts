import type { z } from 'zod';
import * as coverage from './coverage';
import * as decision from './decision';
import * as imports from './import';
import * as policy from './policy';
import * as setup from './setup';

/**
 * Who may call a procedure. Checked before anything is read.
 * - `figures`: of a project whoever may browse it, of the organisation whoever may view AIMS figures
 * - `system`: whoever may browse the AI system's issue
 * - `page`: whoever may read the Confluence page, without a login too
 * - `decide`, `audit`: the app's global permissions
 * - `everybody`: any logged-in user, about themselves only
 * - `administer`: Jira administrators who may manage the AIMS
 */
export type Access = 'figures' | 'system' | 'page' | 'decide' | 'audit' | 'everybody' | 'administer';

interface Procedure {
  access: Access;
  input: z.ZodType;
  output: z.ZodType;
}

/** Every procedure of the app: name, who may call it, what goes in, what comes out. There is no second list. */
export const procedures = {
  'coverage.overview': { access: 'figures', input: coverage.scopeInput, output: coverage.overviewOutput },
  'coverage.requirement': { access: 'figures', input: coverage.requirementInput, output: coverage.requirementOutput },
  'coverage.reasons': { access: 'figures', input: coverage.requirementInput, output: coverage.reasonsOutput },
  'coverage.system': { access: 'system', input: coverage.systemInput, output: coverage.systemOutput },
  'applicability.decide': { access: 'decide', input: decision.applicabilityInput, output: setup.acceptedOutput },
  'applicability.approve': {
    access: 'decide',
    input: decision.approveApplicabilityInput,
    output: decision.approveApplicabilityOutput,
  },
  'evidence.meetInCommon': { access: 'decide', input: decision.metInCommonInput, output: decision.recorded },
  'impact.triage': { access: 'decide', input: decision.triageInput, output: decision.recorded },
  'policy.read': { access: 'page', input: policy.policyInput, output: policy.policyOutput },
  'policy.approve': { access: 'decide', input: policy.approvePolicyInput, output: decision.recorded },
  'policy.acknowledge': { access: 'page', input: policy.acknowledgePolicyInput, output: decision.recorded },
  'conclusion.record': { access: 'audit', input: decision.conclusionInput, output: decision.recorded },
  'setup.createProject': { access: 'administer', input: setup.newProjectInput, output: setup.newProjectOutput },
  'setup.plan': { access: 'administer', input: setup.planInput, output: setup.planOutput },
  'setup.apply': { access: 'administer', input: setup.applyInput, output: setup.applyOutput },
  'setup.progress': { access: 'administer', input: setup.progressInput, output: setup.progressOutput },
  'setup.status': { access: 'administer', input: setup.statusInput, output: setup.statusOutput },
  'setup.reconcile': { access: 'administer', input: setup.reconcileInput, output: setup.acceptedOutput },
  'import.start': { access: 'administer', input: imports.startImportInput, output: imports.startImportOutput },
  'import.stage': { access: 'administer', input: imports.stageInput, output: imports.stageOutput },
  'import.dryRun': { access: 'administer', input: imports.dryRunInput, output: imports.dryRunOutput },
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
