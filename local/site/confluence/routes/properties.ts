import { z } from 'zod';
import { type Call, cursorPage, noContent, ok, type Reply, type Route, v2 } from '../call';
import { badRequest, conflict, notFound } from '../errors';
import type { ContentProperty } from '../model/entities';
import { showProperty } from '../pages/show';
import { editablePage, visiblePage } from '../permissions/access';

/** Longest key, and longest value as JSON text (developer.atlassian.com/cloud/confluence/content-properties). */
const LONGEST_KEY = 255;
const LONGEST_VALUE = 32_768;

const input = z.object({
  key: z.string(),
  value: z.unknown(),
  version: z.object({ number: z.number().int(), message: z.string().nullish() }).optional(),
});

function checked(call: Call): z.infer<typeof input> {
  const given = call.body(input);
  if (given.key.trim() === '' || given.key.length > LONGEST_KEY)
    throw badRequest(`A property's key has 1 to ${LONGEST_KEY} characters.`);
  if (given.value === undefined || JSON.stringify(given.value).length > LONGEST_VALUE)
    throw badRequest(`A property's value is JSON of at most ${LONGEST_VALUE} characters.`);
  return given;
}

function found(call: Call, pageId: string): ContentProperty {
  const property = call.site.store.properties.get(call.param('property-id'));
  if (property?.pageId !== pageId) throw notFound('The page has no such property.');
  return property;
}

const made = (call: Call, number: number, message: string) => ({
  number,
  message,
  authorId: call.actor.accountId ?? '',
  createdAt: call.site.clock.now(),
});

function create(call: Call): Reply {
  const { store } = call.site;
  const page = editablePage(call.site, call.actor, call.param('page-id'));
  const { key, value } = checked(call);
  if (store.properties.by('page', page.id).some((property) => property.key === key))
    throw conflict(`The page has a property '${key}' already; update it.`);
  const id = store.nextId('property');
  return ok(showProperty(store.properties.put({ id, pageId: page.id, key, value, version: made(call, 1, '') })));
}

function update(call: Call): Reply {
  const page = editablePage(call.site, call.actor, call.param('page-id'));
  const property = found(call, page.id);
  const { key, value, version } = checked(call);
  if (key !== property.key) throw badRequest('The key of a property cannot change.');
  const next = property.version.number + 1;
  if (version === undefined) throw badRequest('version.number is required: the current number plus one.');
  if (version.number !== next) throw conflict(`The property is at version ${next - 1}; send ${next}.`);
  const renewed = made(call, next, version.message ?? '');
  return ok(showProperty(call.site.store.properties.put({ ...property, value, version: renewed })));
}

function list(call: Call): Reply {
  const page = visiblePage(call.site, call.actor, call.param('page-id'));
  const key = call.query.get('key');
  const properties = call.site.store.properties
    .by('page', page.id)
    .filter((property) => key === null || property.key === key);
  return cursorPage(call, properties, showProperty);
}

const READ = ['read:page:confluence'];
const WRITE = ['read:page:confluence', 'write:page:confluence'];
const BASE = '/pages/{page-id}/properties';

export const propertyRoutes: readonly Route[] = [
  v2('GET', BASE, READ, list),
  v2('POST', BASE, WRITE, create),
  v2('GET', `${BASE}/{property-id}`, READ, (call) =>
    ok(showProperty(found(call, visiblePage(call.site, call.actor, call.param('page-id')).id))),
  ),
  v2('PUT', `${BASE}/{property-id}`, WRITE, update),
  v2('DELETE', `${BASE}/{property-id}`, WRITE, (call) => {
    const property = found(call, editablePage(call.site, call.actor, call.param('page-id')).id);
    call.site.store.properties.delete(property.id);
    return noContent();
  }),
];
