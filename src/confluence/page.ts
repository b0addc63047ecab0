import { route } from '@forge/api';
import { z } from 'zod';
import { AppError } from '../errors';
import { type Identity, readProduct, requestProduct } from '../product/request';

const adfNode = z.looseObject({ type: z.string() });

const page = z.object({
  id: z.string(),
  status: z.string(),
  ownerId: z.string().nullish(),
  version: z.object({ number: z.number(), authorId: z.string().nullish() }),
  body: z.object({ atlas_doc_format: z.object({ value: z.string() }) }),
});

export interface Page {
  id: string;
  /** `current`, `archived`, `trashed`, `draft` … */
  status: string;
  ownerId: string | null;
  version: number;
  authorId: string | null;
  /** The body in Atlassian document format; hostile until drawn as text. */
  body: z.output<typeof adfNode>;
}

/**
 * A page in its newest or a given version, or null where it does not exist or may not be seen
 * (Confluence REST v2, "Get page by id"). Costs one point.
 */
export async function readPage(as: Identity, pageId: string, version?: number): Promise<Page | null> {
  const at =
    version === undefined
      ? route`/wiki/api/v2/pages/${pageId}?body-format=atlas_doc_format`
      : route`/wiki/api/v2/pages/${pageId}?body-format=atlas_doc_format&version=${version}`;
  try {
    const answer = await readProduct('confluence', { as, method: 'GET', route: at }, page);
    const body = adfNode.safeParse(JSON.parse(answer.body.atlas_doc_format.value || '{"type":"doc"}'));
    if (!body.success) throw new AppError('confluence-answer-unexpected', {}, body.error);
    return {
      id: answer.id,
      status: answer.status,
      ownerId: answer.ownerId ?? null,
      version: answer.version.number,
      authorId: answer.version.authorId ?? null,
      body: body.data,
    };
  } catch (error) {
    if (error instanceof AppError && error.code === 'confluence-not-found') return null;
    throw error;
  }
}

const versions = z.object({ results: z.array(z.object({ number: z.number(), authorId: z.string().nullish() })) });
/** Most versions that one answer carries ("Get page versions"). */
const VERSIONS = 250;

/** Account ids of whoever wrote a version of the page after `since`; of the newest 250 versions, when there are more. */
export async function authorsSince(pageId: string, since: number): Promise<Set<string>> {
  const answer = await readProduct(
    'confluence',
    {
      as: 'app',
      method: 'GET',
      route: route`/wiki/api/v2/pages/${pageId}/versions?limit=${VERSIONS}&sort=-modified-date`,
    },
    versions,
  );
  const later = answer.results.filter((version) => version.number > since);
  return new Set(later.flatMap((version) => version.authorId ?? []));
}

const permission = z.object({ hasPermission: z.boolean() });

/** As `readsPage`; false where the app cannot tell. */
export const mayReadPage = async (pageId: string, accountId: string | null): Promise<boolean> =>
  (await readsPage(pageId, accountId)) === true;

/**
 * Whether a person, or with null anybody without a login, may read a page; null where the app itself cannot tell. Asked as
 * the app, because people without a Jira login and anonymous readers cannot be asked in their own name (Confluence REST
 * v1, "Check content permissions").
 */
export async function readsPage(pageId: string, accountId: string | null): Promise<boolean | null> {
  const answer = await requestProduct('confluence', {
    as: 'app',
    method: 'POST',
    route: route`/wiki/rest/api/content/${pageId}/permission/check`,
    body: { subject: { type: 'user', identifier: accountId ?? 'anonymous' }, operation: 'read' },
    accept: [400, 403, 404],
  });
  const parsed = permission.safeParse(answer.body);
  return answer.status === 200 && parsed.success ? parsed.data.hasPermission : null;
}
