/**
 * How a macro of a Forge app stands in a page's document. Atlassian does not describe it; several public repositories agree:
 * the short key in `extensionKey`, the full ARI in `extensionId`, the configuration in `guestParams`
 * (docs/faithfulness/confluence.md). Everybody makes and reads such nodes here. No imports: the browser uses it too.
 */

/** Structurally a node of the Atlassian Document Format. */
export interface DocumentNode {
  readonly type: string;
  readonly text?: string | undefined;
  readonly attrs?: Readonly<Record<string, unknown>> | undefined;
  readonly content?: readonly DocumentNode[] | undefined;
  readonly marks?: readonly unknown[] | undefined;
}

/** Which installation of which app: `GET /local/app` names both. */
export interface MacroApp {
  readonly appId: string;
  readonly environmentId: string;
}

export type MacroLayout = 'block' | 'inline' | 'bodied';
export type MacroConfig = Readonly<Record<string, unknown>>;

/** A macro of the app, as it stands in a document. */
export interface Macro {
  readonly key: string;
  readonly localId: string;
  readonly config: MacroConfig;
  readonly layout: MacroLayout;
  /** The nodes of the rich text body; of bodied macros only. */
  readonly body: readonly DocumentNode[];
}

const ECOSYSTEM = 'com.atlassian.ecosystem';
const TYPES: Readonly<Record<MacroLayout, string>> = {
  block: 'extension',
  inline: 'inlineExtension',
  bodied: 'bodiedExtension',
};

const shortKey = (app: MacroApp, key: string) => `${app.appId}/${app.environmentId}/static/${key}`;

/** The node of a macro. @param macro `localId` is a UUID that is unique in the page */
export function macroNode(
  app: MacroApp,
  { key, title, layout }: { readonly key: string; readonly title: string; readonly layout: MacroLayout },
  macro: { readonly localId: string; readonly config?: MacroConfig; readonly body?: readonly DocumentNode[] },
): DocumentNode {
  const { localId, config = {}, body = [] } = macro;
  return {
    type: TYPES[layout],
    attrs: {
      ...(layout === 'inline' ? {} : { layout: 'default' }),
      extensionType: ECOSYSTEM,
      extensionKey: shortKey(app, key),
      text: title,
      localId,
      parameters: {
        layout: TYPES[layout],
        localId,
        extensionId: `ari:cloud:ecosystem::extension/${shortKey(app, key)}`,
        extensionTitle: title,
        forgeEnvironment: 'DEVELOPMENT',
        guestParams: config,
      },
    },
    ...(layout === 'bodied' ? { content: body.length > 0 ? body : [{ type: 'paragraph', content: [] }] } : {}),
  };
}

/** Whether a node is a macro at all, of whatever app. */
export const isMacroNode = (node: DocumentNode): boolean => Object.values(TYPES).includes(node.type);

/** Reads a macro of this app; null for every other node. The environment may differ: a site restored elsewhere keeps its pages. */
export function readMacro(app: MacroApp, node: DocumentNode): Macro | null {
  const layout = (Object.keys(TYPES) as MacroLayout[]).find((name) => TYPES[name] === node.type);
  const { extensionType, extensionKey, localId, parameters } = node.attrs ?? {};
  if (!layout || extensionType !== ECOSYSTEM || typeof extensionKey !== 'string') return null;
  const [appId, , kind, key, ...rest] = extensionKey.split('/');
  if (appId !== app.appId || kind !== 'static' || !key || rest.length > 0) return null;
  const given = isRecord(parameters) ? parameters : {};
  return {
    key,
    localId: String(localId ?? given.localId ?? ''),
    config: isRecord(given.guestParams) ? given.guestParams : {},
    layout,
    body: node.content ?? [],
  };
}

/** The same macro with another configuration, and another body if one is given. */
export function withConfig(node: DocumentNode, config: MacroConfig, body?: readonly DocumentNode[]): DocumentNode {
  const parameters = isRecord(node.attrs?.parameters) ? node.attrs.parameters : {};
  return {
    ...node,
    attrs: { ...node.attrs, parameters: { ...parameters, guestParams: config } },
    ...(body ? { content: body } : {}),
  };
}

/** `extension` of the context that a macro's frame and resolver get (modules/macro, "Extension context"). */
export function macroExtension(
  macro: Macro,
  place: {
    readonly pageId: string;
    readonly spaceId: string;
    readonly spaceKey: string;
    readonly isEditing?: boolean;
    /** Set in the frame of the configuration form. */
    readonly configuring?: { readonly isInserting: boolean };
  },
): Record<string, unknown> {
  const { configuring } = place;
  const body = { type: 'doc', version: 1, content: macro.body };
  return {
    content: { id: place.pageId, type: 'page', subtype: null },
    space: { id: place.spaceId, key: place.spaceKey },
    isEditing: place.isEditing ?? false,
    config: macro.config,
    macro: {
      ...(macro.layout === 'bodied' ? { body } : {}),
      ...(configuring ? { isConfiguring: true, isInserting: configuring.isInserting } : { isConfiguring: false }),
    },
    references: [],
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
