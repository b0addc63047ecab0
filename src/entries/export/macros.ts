import type { Context } from '../../context';
import { type Scope, scopeFrom } from '../../contract/macro-scope';
import type { AdfNode } from '../../domain/document/adf';
import { AppError } from '../../errors';
import { readFreshness } from '../../store/freshness';
import { migrate } from '../../store/schema/migrate';
import { controlsStatus } from '../../usecases/coverage/controls';
import { coverageOverview } from '../../usecases/coverage/overview';
import { nonconformitiesOverview } from '../../usecases/improvement/nonconformities';
import { risksOverview } from '../../usecases/risks/risks';
import { NOTICE } from '../../words/figures';
import { wire } from '../wiring';
import { type AdfDocument, doc, heading, note, paragraph } from './adf';
import { asOfNote, controlTables, coverageTables, nonconformityTables, registerTables, riskTables } from './figures';
import { type ExportRequest, exportRequest } from './payload';
import { mayExport } from './scope';

type Tables = (config: ExportRequest['config'], context: Context) => Promise<AdfNode[]>;

/** Readers of an export are nobody in particular: they get what is told to anybody. */
const ANYBODY = { accountId: null, organisation: 'counts' } as const;
const ORGANISATION = { projectId: null } as const;

/** The export of one macro: an ADF document for PDF, Word and page history. A failure is told in it, for the page goes on. */
function exporter(title: string, tables: Tables, notice = true): (payload: unknown) => Promise<AdfDocument> {
  return async (payload) => {
    const { config } = exportRequest(payload);
    const scope = scopeFrom(config.scope);
    const top = heading(3, title);
    if (scope === null) return doc(top, paragraph('The settings of this macro cannot be read.'));
    try {
      await migrate();
      if (!(await mayExport(scope))) return doc(top, paragraph(REFUSED[scope.kind]));
      const blocks = await tables(config, await wire());
      const { asOf } = await readFreshness();
      return doc(top, ...blocks, asOfNote(asOf), ...(notice ? [note(NOTICE)] : []));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return doc(top, paragraph(`Unknown: ${error.message} ${error.remedy}`));
    }
  };
}

/** Why there are no figures, and where they are. */
const REFUSED: Readonly<Record<Scope['kind'], string>> = {
  organisation:
    'Not exported: an exported page does not know its readers. The page in Confluence shows these figures to those who may see them. They are exported once an administrator shows the organisation’s counts to readers without a login.',
  project:
    'Not exported: figures of one Jira project are shown on the page in Confluence, to those who may see the project.',
  system:
    'Not exported: figures of one AI system are shown on the page in Confluence, to those who may see the AI system.',
};

export const exportCoverage = exporter('Clause coverage', async (config, context) =>
  coverageTables(await coverageOverview(ORGANISATION, context, ANYBODY), config.groups),
);

export const exportControls = exporter('Control status', async (config, context) => {
  const group = /^A\.\d{1,2}$/.test(String(config.group)) ? String(config.group) : null;
  return controlTables(await controlsStatus({ ...ORGANISATION, group }, context, ANYBODY));
});

export const exportRegister = exporter('AI system register', async (config, context) =>
  registerTables(await coverageOverview(ORGANISATION, context, ANYBODY), config.stage),
);

export const exportRisks = exporter(
  'Risk matrix',
  async (_config, context) => riskTables(await risksOverview(ORGANISATION, context, ANYBODY)),
  false,
);

export const exportNonconformities = exporter(
  'Nonconformities',
  async (_config, context) => nonconformityTables(await nonconformitiesOverview(ORGANISATION, context, ANYBODY)),
  false,
);
