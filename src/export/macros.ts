import { projectOf, type Scope, scopeFrom } from '../contract/macro-scope';
import { NOTICE } from '../contract/words';
import type { AdfNode } from '../domain/policy/policy-text';
import { AppError } from '../errors';
import type { Ingest } from '../ingest/collaborators';
import { controlsStatus } from '../resolvers/controls';
import { coverageOverview } from '../resolvers/coverage-overview';
import { coverageSystem } from '../resolvers/coverage-system';
import { nonconformitiesOverview } from '../resolvers/nonconformities';
import { risksOverview } from '../resolvers/risks';
import { migrate } from '../store/migrations';
import { wire } from '../wiring';
import { type AdfDocument, doc, heading, note, paragraph } from './adf';
import {
  controlTables,
  coverageTables,
  nonconformityTables,
  registerTables,
  riskTables,
  systemTables,
} from './figures';
import { exportRequest } from './payload';
import { mayExport } from './scope';

type Config = Readonly<Record<string, unknown>>;
type Tables = (scope: Scope, config: Config, collaborators: Ingest) => Promise<AdfNode[]>;

/** Readers of an export are nobody in particular: they get what is told without a login. */
const NOBODY = { accountId: null };

/** The export of one macro: an ADF document for PDF, Word and page history. A failure is told in it, for the page goes on. */
function exporter(title: string, tables: Tables, notice: boolean): (payload: unknown) => Promise<AdfDocument> {
  return async (payload) => {
    const { config } = exportRequest(payload);
    const scope = scopeFrom(config.scope);
    const top = heading(3, title);
    if (scope === null) return doc(top, paragraph('The configuration of this macro cannot be read.'));
    try {
      await migrate();
      if (!(await mayExport(scope)))
        return doc(top, paragraph('These figures are shown on the page in Confluence, to those who may see them.'));
      const blocks = await tables(scope, config, await wire());
      return doc(top, ...blocks, ...(notice ? [note(NOTICE)] : []));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return doc(top, paragraph(`Unknown: ${error.message} ${error.remedy}`));
    }
  };
}

const narrow = (scope: Scope) => ({
  projectId: projectOf(scope),
  ...(scope.kind === 'system' ? { systemIssueId: scope.issueId } : {}),
});

export const exportCoverage = exporter(
  'Clause coverage',
  async (scope, config, collaborators) =>
    scope.kind === 'system'
      ? systemTables(await coverageSystem({ issueId: scope.issueId }, collaborators, { accountId: '' }), () => true)
      : coverageTables(await coverageOverview({ projectId: projectOf(scope) }, collaborators, NOBODY), config.groups),
  true,
);

export const exportControls = exporter(
  'Control status',
  async (scope, config, collaborators) => {
    const group = /^A\.\d{1,2}$/.test(String(config.group)) ? String(config.group) : null;
    if (scope.kind !== 'system')
      return controlTables(await controlsStatus({ projectId: projectOf(scope), group }, collaborators, NOBODY));
    const only = (id: string) => id.startsWith(group === null ? 'A.' : `${group}.`);
    return systemTables(await coverageSystem({ issueId: scope.issueId }, collaborators, { accountId: '' }), only);
  },
  true,
);

export const exportRegister = exporter(
  'AI system register',
  async (scope, config, collaborators) =>
    registerTables(await coverageOverview({ projectId: projectOf(scope) }, collaborators, NOBODY), config.stage),
  true,
);

export const exportRisks = exporter(
  'Risk matrix',
  async (scope, _config, collaborators) => riskTables(await risksOverview(narrow(scope), collaborators, NOBODY)),
  true,
);

export const exportNonconformities = exporter(
  'Nonconformities',
  async (scope, _config, collaborators) =>
    nonconformityTables(await nonconformitiesOverview(narrow(scope), collaborators, NOBODY)),
  false,
);
