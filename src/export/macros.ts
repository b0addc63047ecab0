import { mayReadPage } from '../confluence/page';
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
import { readFreshness } from '../store/freshness';
import { migrate } from '../store/migrations';
import { wire } from '../wiring';
import { type AdfDocument, doc, heading, note, paragraph } from './adf';
import {
  asOfNote,
  controlTables,
  coverageTables,
  nonconformityTables,
  registerTables,
  riskTables,
  systemTables,
} from './figures';
import { type ExportRequest, exportRequest } from './payload';
import { mayExport } from './scope';

type Tables = (asked: ExportRequest & { scope: Scope }, collaborators: Ingest) => Promise<AdfNode[]>;

/** Readers of an export are nobody in particular: they get what is told without a login. */
const NOBODY = { accountId: null };
/** Somebody with a login, whoever it is. */
const SOMEBODY = { accountId: '' };

/**
 * Reasons of decisions are for people who are logged in, and a Statement of Applicability on paper is none without them
 * (6.1.3): they are exported from pages that nobody reads without a login.
 */
const readerOf = async (pageId: string | null) =>
  pageId === null || (await mayReadPage(pageId, null)) ? NOBODY : SOMEBODY;

/** The export of one macro: an ADF document for PDF, Word and page history. A failure is told in it, for the page goes on. */
function exporter(title: string, tables: Tables, notice = true): (payload: unknown) => Promise<AdfDocument> {
  return async (payload) => {
    const { config, pageId } = exportRequest(payload);
    const scope = scopeFrom(config.scope);
    const top = heading(3, title);
    if (scope === null) return doc(top, paragraph('The configuration of this macro cannot be read.'));
    try {
      await migrate();
      if (!(await mayExport(scope)))
        return doc(top, paragraph('These figures are shown on the page in Confluence, to those who may see them.'));
      const blocks = await tables({ scope, config, pageId }, await wire());
      const { asOf } = await readFreshness();
      return doc(top, ...blocks, asOfNote(asOf, scope), ...(notice ? [note(NOTICE)] : []));
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

export const exportCoverage = exporter('Clause coverage', async ({ scope, config }, collaborators) =>
  scope.kind === 'system'
    ? systemTables(await coverageSystem({ issueId: scope.issueId }, collaborators, SOMEBODY), () => true)
    : coverageTables(await coverageOverview({ projectId: projectOf(scope) }, collaborators, NOBODY), config.groups),
);

export const exportControls = exporter('Control status', async ({ scope, config, pageId }, collaborators) => {
  const group = /^A\.\d{1,2}$/.test(String(config.group)) ? String(config.group) : null;
  if (scope.kind !== 'system') {
    const reader = await readerOf(pageId);
    return controlTables(await controlsStatus({ projectId: projectOf(scope), group }, collaborators, reader));
  }
  const only = (id: string) => id.startsWith(group === null ? 'A.' : `${group}.`);
  return systemTables(await coverageSystem({ issueId: scope.issueId }, collaborators, SOMEBODY), only);
});

export const exportRegister = exporter('AI system register', async ({ scope, config }, collaborators) =>
  registerTables(await coverageOverview({ projectId: projectOf(scope) }, collaborators, NOBODY), config.stage),
);

export const exportRisks = exporter(
  'Risk matrix',
  async ({ scope }, collaborators) => riskTables(await risksOverview(narrow(scope), collaborators, NOBODY)),
  false,
);

export const exportNonconformities = exporter(
  'Nonconformities',
  async ({ scope }, collaborators) =>
    nonconformityTables(await nonconformitiesOverview(narrow(scope), collaborators, NOBODY)),
  false,
);
