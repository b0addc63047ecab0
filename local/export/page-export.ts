import { type DocumentNode, isMacroNode, type Macro, readMacro } from '../host/macros/node';
import { InvocationFailed } from '../host/worker/pool';
import type { Caller } from '../seam';
import type { Site } from '../site';
import { adfText, readAdf } from '../site/adf';

export type ExportType = 'pdf' | 'word' | 'other';

/** What became of a macro of the page. */
export interface MacroExport {
  readonly key: string | null;
  readonly localId: string;
  readonly outcome: 'exported' | 'failed' | 'no-export' | 'other-app';
}

/** A page as it leaves Confluence. */
export interface PageExport {
  readonly pageId: string;
  readonly title: string;
  readonly space: { readonly id: string; readonly key: string; readonly name: string };
  readonly version: { readonly number: number; readonly createdAt: string; readonly authorName: string };
  readonly exportedAt: string;
  readonly exportType: ExportType;
  /** The document, with every macro replaced. */
  readonly document: { readonly type: 'doc'; readonly version: 1; readonly content: readonly DocumentNode[] };
  readonly macros: readonly MacroExport[];
}

/** The page cannot be exported; `status` is Confluence's. */
export class ExportRefused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

interface PageAnswer {
  id: string;
  title: string;
  spaceId: string;
  version: { number: number; createdAt: string; authorId: string };
  body: { atlas_doc_format?: { value: string } };
}

/**
 * The page's document with every macro of the app replaced by what its export function answers. The page is read as the
 * reader; the function runs for nobody (developer.atlassian.com/platform/forge/manifest-reference/modules/macro, adfExport).
 * @throws ExportRefused when the reader may not see the page
 */
export async function exportPage(
  site: Site,
  wanted: { pageId: string; exportType: ExportType; version?: number | undefined },
  accountId: string | null,
): Promise<PageExport> {
  const { pageId, exportType } = wanted;
  const number = wanted.version === undefined ? '' : `&version=${wanted.version}`;
  const path = `/pages/${encodeURIComponent(pageId)}?body-format=atlas_doc_format${number}`;
  const page = (await read(site, path, accountId)) as PageAnswer;
  const space = (await read(site, `/spaces/${page.spaceId}`, accountId)) as { id: string; key: string; name: string };
  const document = readAdf(JSON.parse(page.body.atlas_doc_format?.value ?? 'null'));
  const run = new Run(site, exportType, page, space);
  return {
    pageId,
    title: page.title,
    space: { id: space.id, key: space.key, name: space.name },
    version: {
      number: page.version.number,
      createdAt: page.version.createdAt,
      authorName: site.jira.directory.person(page.version.authorId)?.displayName ?? '',
    },
    exportedAt: new Date(site.clock.now()).toISOString(),
    exportType,
    document: { type: 'doc', version: 1, content: await run.blocks(document?.content ?? []) },
    macros: run.macros,
  };
}

async function read(site: Site, path: string, accountId: string | null): Promise<unknown> {
  if (!site.confluence) throw new ExportRefused(404, 'This site has no Confluence.');
  const caller: Caller =
    accountId === null ? { kind: 'anonymous' } : { kind: 'user', accountId, throughApp: false, scopes: [] };
  const answer = await site.confluence.handle({
    method: 'GET',
    path: `/wiki/api/v2${path}`,
    headers: {},
    body: null,
    caller,
  });
  if (answer.status >= 400) throw new ExportRefused(answer.status, 'The page does not exist, or you may not view it.');
  return JSON.parse(answer.body ?? 'null');
}

const paragraph = (text: string): DocumentNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });

class Run {
  readonly macros: MacroExport[] = [];

  constructor(
    private readonly site: Site,
    private readonly exportType: ExportType,
    private readonly page: PageAnswer,
    private readonly space: { id: string; key: string },
  ) {}

  /** The nodes with every macro replaced, in order. */
  async blocks(nodes: readonly DocumentNode[]): Promise<DocumentNode[]> {
    const parts = await Promise.all(nodes.map((node) => this.one(node)));
    return parts.flat();
  }

  private async one(node: DocumentNode): Promise<DocumentNode[]> {
    if (!isMacroNode(node)) return node.content ? [{ ...node, content: await this.blocks(node.content) }] : [node];
    const blocks = await this.macro(node);
    if (node.type !== 'inlineExtension') return blocks;
    // Within a line of text there is room for text only.
    const text = adfText({ type: 'doc', version: 1, content: [...blocks] });
    return text === '' ? [] : [{ type: 'text', text: text.replaceAll('\n', ' ') }];
  }

  private async macro(node: DocumentNode): Promise<DocumentNode[]> {
    const { manifest, installation } = this.site;
    const macro = readMacro({ appId: manifest.appId, environmentId: installation.environmentId }, node);
    if (!macro) {
      this.note(null, String(node.attrs?.localId ?? ''), 'other-app');
      return [paragraph(`The macro “${String(node.attrs?.text ?? 'unknown')}” of another app is not exported.`)];
    }
    const module = manifest.modules.get(macro.key);
    const title = manifest.translations.text(module?.title) ?? macro.key;
    if (!module?.adfExport) {
      this.note(macro.key, macro.localId, 'no-export');
      return [paragraph(`The macro “${title}” has no export.`)];
    }
    const answer = await this.site
      .call(module.adfExport.function, macro.key, this.payload(macro), null)
      .catch((error: unknown) => {
        if (error instanceof InvocationFailed) return null;
        throw error;
      });
    const document = readAdf(answer);
    this.note(macro.key, macro.localId, document ? 'exported' : 'failed');
    return document ? [...document.content] : [paragraph(`The macro “${title}” could not be exported.`)];
  }

  private note(key: string | null, localId: string, outcome: MacroExport['outcome']): void {
    this.macros.push({ key, localId, outcome });
  }

  /**
   * The function's payload. The documentation gives `exportType`, the page's id in `context.extension.content.id` and the
   * body; where configuration and page id stand in each kind of export is known from public repositories.
   */
  private payload(macro: Macro): Record<string, unknown> {
    const { manifest, installation } = this.site;
    const content = { id: this.page.id, type: 'page' };
    const space = { id: this.space.id, key: this.space.key };
    const common = {
      cloudId: installation.cloudId,
      environmentId: installation.environmentId,
      environmentType: 'DEVELOPMENT',
      localId: macro.localId,
      moduleKey: macro.key,
      appId: manifest.appId,
    };
    const body = { type: 'doc', version: 1, content: macro.body };
    const own = macro.layout === 'bodied' ? { macro: { body } } : {};
    if (this.exportType === 'word')
      return {
        exportType: 'word',
        context: { ...common, content, contentId: this.page.id, space, config: macro.config },
        extensionPayload: own,
      };
    return {
      exportType: this.exportType,
      context: { ...common, extension: { type: 'macro', content, space } },
      extensionPayload: { config: macro.config, ...own },
    };
  }
}
