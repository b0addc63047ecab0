import { z } from 'zod';
import { type Call, created, noContent, ok, type Route, route, self } from '../call';
import { badRequest, notFound } from '../errors';
import { createLink, deleteLink, findLinkType } from '../issues/links';
import { showLinked } from '../issues/show';
import type { Link, LinkType } from '../model/entities';
import { mayBrowse, visibleIssue } from '../permissions/access';
import { renderLinkType } from '../render';
import { id } from './bodies';

const READ = 'read:jira-work';
const WRITE = 'write:jira-work';
const MANAGE = 'manage:jira-configuration';

function typeOf(call: Call): LinkType {
  const type = call.site.store.linkTypes.get(call.param('issueLinkTypeId'));
  if (!type) throw notFound(`No issue link type with id '${call.param('issueLinkTypeId')}' found.`);
  return type;
}

const words = z.string().trim().min(1).max(255);
const typeBody = z.object({ name: words, inward: words, outward: words });

function checkName(call: Call, name: string, except?: string): void {
  const taken = call.site.store.linkTypes.find(
    (type) => type.id !== except && type.name.toLowerCase() === name.toLowerCase(),
  );
  if (taken)
    throw badRequest('The issue link type name is already in use: an issue link type with this name already exists.');
}

/** An issue link whose two issues the caller may browse. */
function linkOf(call: Call): Link {
  const { site, actor } = call;
  const link = site.store.links.get(call.param('linkId'));
  const ends = [link?.sourceId, link?.destinationId].map((issueId) => site.store.issues.get(issueId ?? ''));
  if (!link || ends.some((issue) => !issue || !mayBrowse(site, actor, issue)))
    throw notFound(`No issue link with id '${call.param('linkId')}' exists.`);
  return link;
}

const issueRef = z.object({ id: id.optional(), key: z.string().optional() }).loose();
const linkBody = z.object({
  type: z.object({
    id: id.optional(),
    name: z.string().optional(),
    inward: z.string().optional(),
    outward: z.string().optional(),
  }),
  inwardIssue: issueRef,
  outwardIssue: issueRef,
});

/** `inwardIssue` is the source: it reads the outward text towards `outwardIssue`. Answers 201 without a body. */
function link(call: Call) {
  const input = call.body(linkBody);
  const type = findLinkType(call.site, input.type);
  const end = (ref: z.infer<typeof issueRef>) => visibleIssue(call.site, call.actor, ref.id ?? ref.key ?? '');
  createLink(call, type, end(input.inwardIssue), end(input.outwardIssue));
  return { status: 201 };
}

function showLink(call: Call) {
  const { site } = call;
  const found = linkOf(call);
  const type = site.store.linkTypes.get(found.typeId);
  const source = site.store.issues.get(found.sourceId);
  const destination = site.store.issues.get(found.destinationId);
  if (!type || !source || !destination) throw notFound(`No issue link with id '${found.id}' exists.`);
  return ok({
    id: found.id,
    self: self(site, `/issueLink/${found.id}`),
    type: renderLinkType(site, type),
    inwardIssue: showLinked(site, source),
    outwardIssue: showLinked(site, destination),
  });
}

export const issueLinkRoutes: readonly Route[] = [
  route('GET', '/issueLinkType', 'anyone', READ, (call) => {
    const types = call.site.store.linkTypes.all();
    return ok({ issueLinkTypes: types.map((type) => renderLinkType(call.site, type)) }, types.length);
  }),
  route('POST', '/issueLinkType', 'admin', MANAGE, (call) => {
    const input = call.body(typeBody);
    checkName(call, input.name);
    return created(
      renderLinkType(call.site, call.site.store.linkTypes.put({ id: call.site.store.nextId('linkType'), ...input })),
    );
  }),
  route('GET', '/issueLinkType/{issueLinkTypeId}', 'anyone', READ, (call) =>
    ok(renderLinkType(call.site, typeOf(call))),
  ),
  route('PUT', '/issueLinkType/{issueLinkTypeId}', 'admin', MANAGE, (call) => {
    const type = typeOf(call);
    const input = call.body(typeBody.partial());
    if (input.name !== undefined) checkName(call, input.name, type.id);
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
    return ok(renderLinkType(call.site, call.site.store.linkTypes.put({ ...type, ...given })));
  }),
  route('DELETE', '/issueLinkType/{issueLinkTypeId}', 'admin', MANAGE, (call) => {
    const type = typeOf(call);
    for (const one of call.site.store.links.by('type', type.id)) call.site.store.links.delete(one.id);
    call.site.store.linkTypes.delete(type.id);
    return noContent();
  }),
  route('POST', '/issueLink', 'user', WRITE, link),
  route('GET', '/issueLink/{linkId}', 'anyone', READ, showLink),
  route('DELETE', '/issueLink/{linkId}', 'user', WRITE, (call) => {
    deleteLink(call, linkOf(call));
    return noContent();
  }),
];
