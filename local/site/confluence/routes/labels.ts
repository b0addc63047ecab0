import { z } from 'zod';
import { type Call, cursorPage, noContent, ok, type Reply, type Route, v1, v2 } from '../call';
import { badRequest, notFound } from '../errors';
import type { Label, Page } from '../model/entities';
import { editablePage, visiblePage } from '../permissions/access';
import type { Site } from '../site';

const show = (label: Label) => ({ id: label.id, name: label.name, prefix: label.prefix });

/** `Label` of each label of a page. */
export const labelsOf = (site: Site, page: Page) =>
  page.labelIds.flatMap((id) => {
    const label = site.store.labels.get(id);
    return label ? [show(label)] : [];
  });

/** Version 1 answers the labels of the page as a `LabelArray`. */
function labelArray(call: Call, page: Page): Reply {
  const results = labelsOf(call.site, page).map((label) => ({ ...label, label: label.name }));
  return ok({
    results,
    start: 0,
    limit: 200,
    size: results.length,
    _links: { base: call.site.base, context: '/wiki' },
  });
}

const oneLabel = z.object({ prefix: z.string().default('global'), name: z.string() });
const added = z.union([z.array(oneLabel).min(1), oneLabel.transform((label) => [label])]) as z.ZodType<
  z.infer<typeof oneLabel>[]
>;

function add(call: Call): Reply {
  const { store } = call.site;
  const page = editablePage(call.site, call.actor, call.param('id'));
  const ids = call.body(added).map(({ prefix, name }) => {
    const text = name.trim().toLowerCase();
    if (text === '' || text.length > 255 || /[\s:;,?&[\]()#^*@!<>]/.test(text))
      throw badRequest(`'${name}' is not a label: no spaces or signs, at most 255 characters.`);
    if (prefix !== 'global') throw badRequest(`This site knows labels with the prefix global, not ${prefix}.`);
    const known = store.labels.by('name', text)[0];
    return (known ?? store.labels.put({ id: store.nextId('label'), name: text, prefix: 'global' })).id;
  });
  const next = store.pages.put({ ...page, labelIds: [...new Set([...page.labelIds, ...ids])] });
  return labelArray(call, next);
}

function remove(call: Call, name: string): Reply {
  const { store } = call.site;
  const page = editablePage(call.site, call.actor, call.param('id'));
  const label = store.labels.by('name', name.toLowerCase())[0];
  if (!label || !page.labelIds.includes(label.id)) throw notFound(`The page has no label '${name}'.`);
  store.pages.put({ ...page, labelIds: page.labelIds.filter((id) => id !== label.id) });
  return noContent();
}

const WRITE = ['write:confluence-content', 'write:label:confluence'] as const;

export const labelRoutes: readonly Route[] = [
  v2('GET', '/pages/{id}/labels', ['read:page:confluence'], (call) =>
    cursorPage(call, labelsOf(call.site, visiblePage(call.site, call.actor, call.param('id'))), (label) => label),
  ),
  v1('POST', '/content/{id}/label', WRITE, add),
  v1('DELETE', '/content/{id}/label', WRITE, (call) => remove(call, call.query.get('name') ?? '')),
  v1('DELETE', '/content/{id}/label/{label}', WRITE, (call) => remove(call, call.param('label'))),
];
