import { z } from 'zod';
import type { Site } from '../../site';
import { isOpenTo } from '../licence';
import type { AnyModule } from '../manifest';
import { InvocationFailed } from '../worker/pool';
import { iconOf } from './app-facts';
import { HttpRefused } from './exchange';

/** An item of the app in the byline of a page (manifest-reference/modules/confluence-content-byline-item). */
export interface BylineItem {
  readonly key: string;
  readonly title: string;
  readonly tooltip: string | null;
  readonly iconAddress: string | null;
  /** What the item's frame and resolver are told of their place. */
  readonly extension: Readonly<Record<string, unknown>>;
}

const TYPE = 'confluence:contentBylineItem';
const item = z.looseObject({
  tooltip: z.unknown().optional(),
  icon: z.string().optional(),
  contentPropertyKey: z.string().optional(),
});
/** What a content property, or the function of `dynamicProperties`, puts in place of the manifest's words. */
const words = z.looseObject({
  title: z.string().optional(),
  icon: z.string().optional(),
  tooltip: z.string().optional(),
});
type Words = z.infer<typeof words>;

const page = z.looseObject({ id: z.string(), spaceId: z.string() });
const space = z.looseObject({ id: z.string(), key: z.string() });
const properties = z.looseObject({ results: z.array(z.looseObject({ value: z.unknown() })) });

/** The app's items for one page, as a reader sees them. @throws HttpRefused when the reader may not see the page */
export async function bylineItems(site: Site, pageId: string, accountId: string | null): Promise<BylineItem[]> {
  const modules = [...site.manifest.modules.values()].filter(
    (module) => module.type === TYPE && isOpenTo(module, site.jira.directory, accountId),
  );
  if (modules.length === 0) return [];
  const path = `/pages/${encodeURIComponent(pageId)}`;
  const { id, spaceId } = page.parse(await read(site, path, accountId));
  const { key } = space.parse(await read(site, `/spaces/${spaceId}`, accountId));
  const extension = { content: { id, type: 'page' }, space: { id: spaceId, key } };
  return Promise.all(
    modules.map(async (module) => {
      const given = item.parse(module);
      const own =
        given.contentPropertyKey === undefined
          ? await called(site, module, extension, accountId)
          : await stored(site, `${path}/properties?key=${encodeURIComponent(given.contentPropertyKey)}`, accountId);
      const text = (value: unknown) => site.manifest.translations.text(value);
      return {
        key: module.key,
        title: own.title ?? text(module.title) ?? module.key,
        tooltip: own.tooltip ?? text(given.tooltip),
        iconAddress: iconOf(own.icon ?? given.icon),
        extension,
      };
    }),
  );
}

/** Of a property that is there twice Confluence takes neither, and what is no object of words says nothing. */
async function stored(site: Site, path: string, accountId: string | null): Promise<Words> {
  const { results } = properties.parse(await read(site, path, accountId));
  const value = words.safeParse(results[0]?.value);
  return results.length === 1 && value.success ? value.data : {};
}

/** `dynamicProperties`: asked where no content property holds the words. */
async function called(
  site: Site,
  { key, type, dynamicProperties }: AnyModule,
  extension: Record<string, unknown>,
  accountId: string | null,
): Promise<Words> {
  if (!dynamicProperties) return {};
  const { cloudId } = site.installation;
  const payload = { cloudId, localId: key, extension: { type, ...extension } };
  try {
    const value = words.safeParse(await site.call(dynamicProperties.function, key, payload, accountId));
    return value.success ? value.data : {};
  } catch (error) {
    if (!(error instanceof InvocationFailed)) throw error;
    return {};
  }
}

async function read(site: Site, path: string, accountId: string | null): Promise<unknown> {
  const answer = await site.confluence?.handle({
    method: 'GET',
    path: `/wiki/api/v2${path}`,
    headers: {},
    body: null,
    caller: accountId === null ? { kind: 'anonymous' } : { kind: 'user', accountId, throughApp: false, scopes: [] },
  });
  if (answer?.status !== 200) throw new HttpRefused(answer?.status ?? 404, `The page cannot be read at ${path}.`);
  return JSON.parse(answer.body ?? 'null');
}
