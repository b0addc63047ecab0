import type { Call, Reply } from '../call';
import { decodeCursor, ok, queryLimit } from '../call';
import { badRequest } from '../errors';

/** A list of version 1: `{results, start, limit, size, _links}`, by `start` or by the cursor of `_links.next`. */
export function listV1<T>(
  call: Call,
  items: readonly T[],
  render: (item: T) => unknown,
  more: (total: number) => Record<string, unknown> = () => ({}),
  weight = 1,
): Reply {
  const startText = call.query.get('start');
  if (startText !== null && !/^\d+$/.test(startText))
    throw badRequest(`start must be a whole number, not '${startText}'.`);
  const start = startText === null ? decodeCursor(call.query.get('cursor')) : Number(startText);
  const limit = queryLimit(call, 25, 250);
  const chosen = items.slice(start, start + limit);
  const query = new URLSearchParams(call.query);
  query.delete('cursor');
  query.set('limit', String(limit));
  query.set('start', String(start + limit));
  const next = start + limit < items.length ? { next: `${call.path.replace(/^\/wiki/, '')}?${query}` } : {};
  return ok(
    {
      results: chosen.map(render),
      start,
      limit,
      size: chosen.length,
      ...more(items.length),
      _links: { ...next, base: call.site.base, context: '/wiki' },
    },
    chosen.length,
    weight,
  );
}
