import type { Context } from '../../context';
import { type Scope, scopeFrom } from '../../contract/macro-scope';
import type { AdfNode } from '../../domain/document/adf';
import { UTC } from '../../domain/time-zone';
import { readFreshness } from '../../store/freshness';
import { migrate } from '../../store/schema/migrate';
import { controlsStatus } from '../../usecases/coverage/controls';
import { coverageOverview } from '../../usecases/coverage/overview';
import { nonconformitiesOverview } from '../../usecases/improvement/nonconformities';
import { risksOverview } from '../../usecases/risks/risks';
import {
  ALL_FIGURES,
  EXPORT_NOTICES,
  EXPORT_TITLES,
  type Exported,
  firstLineWords,
  leftOutWords,
  organisationLeftOutWhy,
  SCOPE_LEFT_OUT_WHY,
  SETTINGS_UNREADABLE,
} from '../../words/export';
import { wire } from '../wiring';
import { type AdfDocument, doc, heading, note, paragraph } from './adf';
import { failedWords } from './failed';
import { controlTables, coverageTables, nonconformityTables, registerTables, riskTables } from './figures';
import { type ExportRequest, exportRequest } from './payload';
import { type Shown, shownInExport } from './readers';

type Tables = (asked: Asked, context: Context) => Promise<AdfNode[]>;

/** What is exported: the macro's settings, and what its readers may see. */
interface Asked {
  config: ExportRequest['config'];
  shown: Shown;
  caller: { accountId: null; organisation: Shown['organisation'] };
}

const ORGANISATION = { projectId: null } as const;

/**
 * The export of one macro: an ADF document for PDF, Word and page history. Its first line says what it is of, as of when and
 * for whom; lines follow for what is left out; the last says what the figures do not. A failure is told in it, for the
 * page goes on.
 */
function exporter(macro: Exported, tables: Tables): (payload: unknown) => Promise<AdfDocument> {
  return async (payload) => {
    const { config, pageId } = exportRequest(payload);
    const top = heading(3, EXPORT_TITLES[macro]);
    const scope = scopeFrom(config.scope);
    if (scope === null) return doc(top, paragraph(SETTINGS_UNREADABLE));
    let zone = UTC;
    try {
      await migrate();
      const context = await wire();
      zone = context.zone.name;
      const { figuresShownTo } = context.configuration;
      const shown = await shownInExport(pageId, scope, figuresShownTo);
      const { asOf } = await readFreshness();
      const first = note(firstLineWords({ scope: scope.kind, openTo: shown.openTo }, asOf, zone));
      const { organisation } = shown;
      if (organisation === 'nothing')
        return doc(top, first, paragraph(leftOutWords([ALL_FIGURES], whyNone(scope, shown, figuresShownTo))));
      const blocks = await tables({ config, shown, caller: { accountId: null, organisation } }, context);
      return doc(top, first, ...blocks, note(EXPORT_NOTICES[macro]));
    } catch (error) {
      return doc(top, paragraph(failedWords(error, macro, zone)));
    }
  };
}

const whyNone = ({ kind }: Scope, { openTo }: Shown, shownTo: Context['configuration']['figuresShownTo']): string =>
  kind === 'organisation' ? organisationLeftOutWhy(openTo, shownTo) : SCOPE_LEFT_OUT_WHY[kind];

export const exportCoverage = exporter('coverage', async ({ config, caller }, context) =>
  coverageTables(await coverageOverview(ORGANISATION, context, caller), config.groups),
);

export const exportControls = exporter('controls', async ({ config, caller, shown }, context) => {
  const group = /^A\.\d{1,2}$/.test(String(config.group)) ? String(config.group) : null;
  return controlTables(await controlsStatus({ ...ORGANISATION, group }, context, caller), shown);
});

export const exportRegister = exporter('register', async ({ config, caller }, context) =>
  registerTables(await coverageOverview(ORGANISATION, context, caller), config.stage),
);

export const exportRisks = exporter('risks', async ({ caller }, context) =>
  riskTables(await risksOverview(ORGANISATION, context, caller)),
);

export const exportNonconformities = exporter('nonconformities', async ({ caller }, context) =>
  nonconformityTables(await nonconformitiesOverview(ORGANISATION, context, caller)),
);
