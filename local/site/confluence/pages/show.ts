import { renderHtml } from '../../../export/html';
import { badRequest } from '../errors';
import type { ContentProperty, Page, PageVersion } from '../model/entities';
import { holdsInSpace, mayDoToPage, mayEditPage } from '../permissions/access';
import type { Actor } from '../permissions/actor';
import { isoTime, type Site } from '../site';
import { newestVersion } from './change';

/** The REST forms of pages and what belongs to them (version 2). */

export const showVersion = (version: PageVersion) => ({
  number: version.number,
  authorId: version.authorId,
  message: version.message,
  minorEdit: false,
  createdAt: isoTime(version.createdAt),
});

/** A body in the asked representation: `{atlas_doc_format: {representation, value}}`. */
export function showBody(format: string, body: string): Record<string, unknown> {
  if (format === 'atlas_doc_format') return { [format]: { representation: format, value: body } };
  if (format === 'storage' || format === 'view')
    return { [format]: { representation: format, value: renderHtml(JSON.parse(body)) } };
  throw badRequest(`body-format ${format} is not known here; use atlas_doc_format, storage or view.`);
}

/** `PageBulk`, and `PageSingle` with what `more` adds. */
export function showPage(
  site: Site,
  page: Page,
  options: { format?: string | null; version?: PageVersion; more?: Record<string, unknown> } = {},
): Record<string, unknown> {
  const version = options.version ?? newestVersion(site, page);
  const space = site.store.spaces.get(page.spaceId)?.key ?? '';
  return {
    id: page.id,
    status: version.number === page.version ? page.status : 'historical',
    title: version.title,
    spaceId: page.spaceId,
    parentId: page.parentId,
    parentType: page.parentId === null ? null : 'page',
    position: page.position,
    authorId: page.authorId,
    ownerId: page.ownerId,
    lastOwnerId: page.lastOwnerId,
    createdAt: isoTime(page.createdAt),
    version: showVersion(version),
    body: options.format ? showBody(options.format, version.body) : {},
    ...options.more,
    _links: {
      webui: `/spaces/${space}/pages/${page.id}/${slug(page.title)}`,
      editui: `/pages/resumedraft.action?draftId=${page.id}`,
      tinyui: `/x/${page.id}`,
      base: site.base,
    },
  };
}

const slug = (title: string): string => encodeURIComponent(title.replaceAll(' ', '+')).replaceAll('%2B', '+');

export const showProperty = (property: ContentProperty) => ({
  id: property.id,
  key: property.key,
  value: property.value,
  version: {
    number: property.version.number,
    message: property.version.message,
    minorEdit: false,
    authorId: property.version.authorId,
    createdAt: isoTime(property.version.createdAt),
  },
});

/** What the actor may do to a page, as `{operation, targetType}`. */
export function operationsOn(site: Site, actor: Actor, page: Page): { operation: string; targetType: string }[] {
  const on = (operation: string, may: boolean) => (may ? [{ operation, targetType: 'page' }] : []);
  const space = site.store.spaces.get(page.spaceId);
  return [
    ...on('read', true),
    ...on('update', mayEditPage(site, actor, page)),
    ...on('delete', mayDoToPage(site, actor, page, 'delete')),
    ...on('archive', mayDoToPage(site, actor, page, 'archive')),
    ...on('restrict_content', mayDoToPage(site, actor, page, 'restrict_content')),
    ...on('purge', mayDoToPage(site, actor, page, 'administer')),
    ...on('export', space !== undefined && holdsInSpace(actor, space, 'export')),
  ];
}
