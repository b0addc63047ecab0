import { type Call, type Reply, type Route, v1 } from '../call';
import { badRequest } from '../errors';
import type { Page } from '../model/entities';
import { newestVersion } from '../pages/change';
import { searchPages, textOf } from '../search/search';
import { isoTime } from '../site';
import { listV1 } from './page-v1';

const EXCERPT = 200;

/** `Content` of version 1, as far as a list needs it. */
export function showContent(call: Call, page: Page) {
  const space = call.site.store.spaces.get(page.spaceId);
  return {
    id: page.id,
    type: 'page',
    status: page.status,
    title: page.title,
    childTypes: {},
    macroRenderedOutput: {},
    restrictions: {},
    _expandable: { space: `/rest/api/space/${space?.key ?? ''}` },
    _links: {
      webui: `/spaces/${space?.key ?? ''}/pages/${page.id}`,
      self: `${call.site.base}/rest/api/content/${page.id}`,
      tinyui: `/x/${page.id}`,
    },
  };
}

function showResult(call: Call, page: Page) {
  const space = call.site.store.spaces.get(page.spaceId);
  const content = showContent(call, page);
  return {
    content,
    title: page.title,
    excerpt: textOf(call.site, page).replaceAll('\n', ' ').slice(0, EXCERPT),
    url: content._links.webui,
    resultGlobalContainer: { title: space?.name ?? '', displayUrl: `/spaces/${space?.key ?? ''}` },
    breadcrumbs: [],
    entityType: 'content',
    iconCssClass: 'aui-icon content-type-page',
    lastModified: isoTime(newestVersion(call.site, page).createdAt),
    friendlyLastModified: '',
    score: 0,
  };
}

function cqlOf(call: Call): string {
  const cql = call.query.get('cql');
  if (cql === null || cql.trim() === '') throw badRequest('cql is required.');
  return cql;
}

const search = (call: Call): Reply =>
  listV1(
    call,
    searchPages(call, cqlOf(call)),
    (page) => showResult(call, page),
    (totalSize) => ({ totalSize, cqlQuery: cqlOf(call), searchDuration: 1 }),
  );

const searchContent = (call: Call): Reply =>
  listV1(call, searchPages(call, cqlOf(call)), (page) => showContent(call, page));

const SCOPES = ['search:confluence', 'read:content-details:confluence'] as const;

export const searchRoutes: readonly Route[] = [
  v1('GET', '/search', SCOPES, search, 'anyone'),
  v1('GET', '/content/search', SCOPES, searchContent, 'anyone'),
];
