import { z } from 'zod';
import { type Call, ok, type Reply, type Route, v1 } from '../call';
import { badRequest, notFound } from '../errors';
import type { Page, Space } from '../model/entities';
import { newestVersion } from '../pages/change';
import { copyOver, copyPage } from '../pages/copy';
import { editablePage, holdsInSpace, visiblePage, visibleSpace, visibleSpaceByKey } from '../permissions/access';
import { isoTime } from '../site';
import { showUser } from './people';
import { showContent } from './search';
import { showSpaceV1 } from './space-v1';

const asked = z.object({
  copyAttachments: z.boolean().default(false),
  copyPermissions: z.boolean().default(false),
  copyProperties: z.boolean().default(false),
  copyLabels: z.boolean().default(false),
  copyCustomContents: z.boolean().default(false),
  destination: z.object({
    type: z.enum(['space', 'existing_page', 'parent_page', 'parent_content']),
    value: z.union([z.string(), z.number()]).transform(String),
  }),
  pageTitle: z.string().optional(),
  body: z.unknown().optional(),
});
type Asked = z.output<typeof asked>;

/** `POST /content/{id}/copy`: to a space, below a page, or over a page that exists. */
function copy(call: Call): Reply {
  const from = visiblePage(call.site, call.actor, call.param('id'));
  const input = call.body(asked as z.ZodType<Asked>);
  if (input.body !== undefined)
    throw badRequest('A body of its own would be in storage format, which this site does not read; leave it out.');
  if (from.status !== 'current') throw badRequest(`The page is ${from.status} and cannot be copied.`);
  const { destination, pageTitle = from.title } = input;
  if (destination.type === 'existing_page') {
    const over = editablePage(call.site, call.actor, destination.value);
    if (over.id === from.id) throw badRequest('A page cannot be copied over itself.');
    return ok(shown(call, copyOver(call, from, over, input.pageTitle ?? over.title, input)));
  }
  const { space, parentId } = placeOf(call, destination);
  if (!holdsInSpace(call.actor, space, 'create', 'page')) throw notFound('You may not create pages in this space.');
  return ok(shown(call, copyPage(call, from, { space, parentId, title: pageTitle }, input)));
}

function placeOf(call: Call, { type, value }: Asked['destination']): { space: Space; parentId: string | null } {
  const { site, actor } = call;
  if (type === 'space') return { space: visibleSpaceByKey(site, actor, value), parentId: null };
  const parent = visiblePage(site, actor, value);
  if (parent.status !== 'current') throw badRequest(`The parent is ${parent.status}.`);
  return { space: visibleSpace(site, actor, parent.spaceId), parentId: parent.id };
}

/** `Content` with what is expanded by default: space, history and version. */
function shown(call: Call, page: Page) {
  const { site } = call;
  const version = newestVersion(site, page);
  const space = visibleSpace(site, call.actor, page.spaceId);
  const by = (accountId: string) => showUser(site, accountId);
  return {
    ...showContent(call, page),
    space: showSpaceV1(call, space),
    history: { latest: true, createdBy: by(page.authorId), createdDate: isoTime(page.createdAt) },
    version: {
      by: by(version.authorId),
      when: isoTime(version.createdAt),
      friendlyWhen: '',
      message: version.message,
      number: version.number,
      minorEdit: false,
    },
  };
}

export const copyRoutes: readonly Route[] = [
  v1('POST', '/content/{id}/copy', ['write:confluence-content', 'write:page:confluence'], copy),
];
