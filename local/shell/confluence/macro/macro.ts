import type { AppModule } from '../../../host/bridge/parent';
import type { AdfNode } from '../../adf/adf';
import type { Session } from '../../core/session';

/** How the app's macros are written in a document. */
const APP_TYPE = 'com.atlassian.ecosystem';

export interface MacroPlace {
  module: AppModule;
  /** Names this macro in its page. */
  localId: string;
  config: Readonly<Record<string, unknown>>;
}

interface Attributes {
  extensionType?: string;
  extensionKey?: string;
  localId?: string;
  parameters?: { localId?: string; guestParams?: Record<string, unknown> };
}

/** What an extension node says, when it is a macro of the app that is installed; else null. */
export function macroOf(node: Pick<AdfNode, 'attrs'>, modules: readonly AppModule[]): MacroPlace | null {
  const { extensionType, extensionKey = '', localId, parameters = {} } = (node.attrs ?? {}) as Attributes;
  if (extensionType !== APP_TYPE) return null;
  const key = extensionKey.split('/static/').at(-1);
  const module = modules.find((candidate) => candidate.type === 'macro' && candidate.key === key);
  if (!module) return null;
  return { module, localId: localId ?? parameters.localId ?? module.key, config: parameters.guestParams ?? {} };
}

/** A new macro as Confluence writes it: a short key outside, the full name of the extension inside. */
export function newMacroAttributes(
  session: Pick<Session, 'appId' | 'environmentId'>,
  module: AppModule,
  config: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const localId = crypto.randomUUID();
  const extensionKey = `${session.appId}/${session.environmentId}/static/${module.key}`;
  return {
    layout: 'default',
    extensionType: APP_TYPE,
    extensionKey,
    text: module.title,
    localId,
    parameters: {
      layout: 'extension',
      localId,
      extensionId: `ari:cloud:ecosystem::extension/${extensionKey}`,
      extensionTitle: module.title,
      forgeEnvironment: 'DEVELOPMENT',
      guestParams: config,
    },
  };
}

export interface MacroPage {
  pageId: string;
  spaceId: string;
  spaceKey: string;
}

/** The context of a macro (manifest-reference/modules/macro, "Extension context"). */
export function macroContext(
  { module, config }: Pick<MacroPlace, 'module' | 'config'>,
  { pageId, spaceId, spaceKey }: MacroPage,
  state: { isEditing: boolean; isConfiguring: boolean; isInserting: boolean; body?: readonly AdfNode[] | undefined },
): Record<string, unknown> {
  return {
    type: 'macro',
    content: { id: pageId, type: 'page', subtype: null },
    space: { id: spaceId, key: spaceKey },
    isEditing: state.isEditing,
    references: [],
    config,
    macro: {
      isConfiguring: state.isConfiguring,
      isInserting: state.isInserting,
      ...(module.layout === 'bodied' && state.body ? { body: { type: 'doc', version: 1, content: state.body } } : {}),
    },
  };
}
