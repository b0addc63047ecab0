import { z } from 'zod';
import { type Call, cursorPage, noContent, ok, type Reply, type Route, v2 } from '../call';
import { badRequest, conflict, notFound } from '../errors';
import type { FooterComment } from '../model/comment';
import type { Page } from '../model/entities';
import type { Store } from '../model/store';
import { bodySchema, documentOf } from '../pages/body';
import { showBody } from '../pages/show';
import { mayDoToPage, visiblePage } from '../permissions/access';
import { isoTime } from '../site';

function show(call: Call, comment: FooterComment, withBody: boolean): Record<string, unknown> {
  const { site } = call;
  const page = site.store.pages.get(comment.pageId);
  const format = call.query.get('body-format') ?? (withBody ? 'atlas_doc_format' : null);
  const { number, message, authorId, createdAt } = comment.version;
  return {
    id: comment.id,
    status: 'current',
    title: `Re: ${page?.title ?? ''}`,
    pageId: comment.pageId,
    ...(comment.parentCommentId === null ? {} : { parentCommentId: comment.parentCommentId }),
    version: { number, message, minorEdit: false, authorId, createdAt: isoTime(createdAt) },
    body: format ? showBody(format, comment.body) : {},
    _links: { webui: `/pages/${comment.pageId}?focusedCommentId=${comment.id}`, base: site.base },
  };
}

function found(call: Call, id: string): { comment: FooterComment; page: Page } {
  const comment = call.site.store.comments.get(id);
  if (!comment) throw notFound('The comment does not exist or you may not view it.');
  return { comment, page: visiblePage(call.site, call.actor, comment.pageId) };
}

const written = z.object({
  pageId: z.string().optional(),
  parentCommentId: z.string().optional(),
  body: bodySchema,
}) as z.ZodType<{
  pageId?: string | undefined;
  parentCommentId?: string | undefined;
  body: z.infer<typeof bodySchema>;
}>;

/** Whoever sees a page comments on it: this site's spaces have no permission for comments of its own. */
function create(call: Call): Reply {
  const { store, clock } = call.site;
  const { pageId, parentCommentId, body } = call.body(written);
  if ((pageId === undefined) === (parentCommentId === undefined))
    throw badRequest('A comment has a pageId, a reply a parentCommentId.');
  const page =
    parentCommentId === undefined
      ? visiblePage(call.site, call.actor, pageId ?? '')
      : found(call, parentCommentId).page;
  if (page.status !== 'current') throw badRequest(`The page is ${page.status} and takes no comments.`);
  const authorId = call.actor.accountId ?? '';
  const comment = store.comments.put({
    id: store.nextId('content'),
    pageId: page.id,
    parentCommentId: parentCommentId ?? null,
    body: documentOf(body),
    authorId,
    version: { number: 1, message: '', authorId, createdAt: clock.now() },
  });
  return { status: 201, body: show(call, comment, true) };
}

const changed = z.object({
  version: z.object({ number: z.number().int(), message: z.string().default('') }),
  body: bodySchema,
}) as z.ZodType<{ version: { number: number; message: string }; body: z.infer<typeof bodySchema> }>;

function update(call: Call): Reply {
  const { comment } = found(call, call.param('comment-id'));
  const authorId = call.actor.accountId ?? '';
  if (comment.authorId !== authorId) throw notFound('You may view the comment, but not change it.');
  const { version, body } = call.body(changed);
  const next = comment.version.number + 1;
  if (version.number !== next) throw conflict(`The comment is at version ${next - 1}; send ${next}.`);
  const renewed = { ...version, authorId, createdAt: call.site.clock.now() };
  const put = call.site.store.comments.put({ ...comment, body: documentOf(body), version: renewed });
  return ok(show(call, put, true));
}

/** "This is a permanent deletion and cannot be reverted"; replies go too. */
function remove(call: Call): Reply {
  const { comment, page } = found(call, call.param('comment-id'));
  if (comment.authorId !== call.actor.accountId && !mayDoToPage(call.site, call.actor, page, 'administer'))
    throw notFound('You may view the comment, but not delete it.');
  erase(call.site.store, comment);
  return noContent();
}

function erase(store: Store, comment: FooterComment): void {
  for (const reply of store.comments.by('parent', comment.id)) erase(store, reply);
  store.comments.delete(comment.id);
}

/** In the order in which they were written, or the other way round. */
function listed(call: Call, comments: readonly FooterComment[]): Reply {
  const sort = call.query.get('sort') ?? 'created-date';
  if (!/^-?(created|modified)-date$/.test(sort)) throw badRequest(`This site cannot sort comments by '${sort}'.`);
  const key = ({ id, version }: FooterComment) => (sort.endsWith('modified-date') ? version.createdAt : Number(id));
  const sign = sort.startsWith('-') ? -1 : 1;
  const sorted = [...comments].sort((a, b) => sign * (key(a) - key(b)));
  return cursorPage(call, sorted, (comment) => show(call, comment, false));
}

const READ = ['read:comment:confluence'];
const WRITE = ['write:comment:confluence'];
const ONE = '/footer-comments/{comment-id}';

export const commentRoutes: readonly Route[] = [
  v2('GET', '/pages/{id}/footer-comments', READ, (call) => {
    const page = visiblePage(call.site, call.actor, call.param('id'));
    const all = call.site.store.comments.by('page', page.id);
    return listed(
      call,
      all.filter(({ parentCommentId }) => parentCommentId === null),
    );
  }),
  v2('POST', '/footer-comments', WRITE, create),
  v2('GET', ONE, READ, (call) => ok(show(call, found(call, call.param('comment-id')).comment, false))),
  v2('PUT', ONE, WRITE, update),
  v2('DELETE', ONE, ['delete:comment:confluence'], remove),
  v2('GET', '/footer-comments/{id}/children', READ, (call) =>
    listed(call, call.site.store.comments.by('parent', found(call, call.param('id')).comment.id)),
  ),
];
