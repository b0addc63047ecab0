import { z } from 'zod';
import type { Row } from '../../sqlite';
import type { Checks } from '../checks';
import type { Limits } from '../limits';
import { type Condition, checkCondition, compare, holds, meets } from './conditions';
import { type Entities, entityOf, type Index } from './entities';
import { KvsRefused, PAGE_DEFAULT, PAGE_LIMIT } from './rules';

const condition = z.object({ condition: z.string(), values: z.array(z.unknown()) });
const filters = z.array(condition.extend({ property: z.string() }));

/** What `kvs.entity(name).query()` sends. */
const request = z.looseObject({
  entityName: z.string(),
  indexName: z.string(),
  partition: z.array(z.unknown()).default([]),
  range: condition.optional(),
  filters: z.looseObject({ and: filters.optional(), or: filters.optional() }).optional(),
  sort: z.enum(['ASC', 'DESC']).default('ASC'),
  cursor: z.string().optional(),
  limit: z.number().optional(),
});
type Request = z.infer<typeof request>;

/** Made for every entity by the platform, and counted nowhere (entities-manifest, "Key index"). */
const BY_KEY: Index = { name: 'by-key', partition: [], range: 'key' };

interface Found {
  row: Row;
  key: string;
  /** Where it stands in the index. */
  at: unknown;
  value: Record<string, unknown>;
}

/**
 * Answers a query of an entity: a page of its index, in order, of which filters leave some. A filter works on a page that
 * is read, so that a page may be empty though others follow (storage-reference/entities-api-query).
 * @param rows everything that the entity holds
 */
export function queryEntity(
  body: unknown,
  rows: (entityName: string) => readonly Row[],
  entities: Entities,
  limits: Limits,
  checks: Checks,
): { page: Row[]; cursor: string | undefined } {
  const read = request.safeParse(body);
  if (!read.success) throw new KvsRefused(400, 'INVALID_QUERY', z.prettifyError(read.error));
  const asked = read.data;
  const { limit = PAGE_DEFAULT } = asked;
  if (!Number.isInteger(limit) || limit < 1 || limit > PAGE_LIMIT)
    throw new KvsRefused(400, 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE', `A page holds 1 to ${PAGE_LIMIT} results.`);
  const index = indexOf(asked, entities, checks);
  const { attributes } = entityOf(asked.entityName, entities);
  const typeOf = (attribute: string) => (attribute === 'key' && index === BY_KEY ? 'string' : attributes[attribute]);
  if (asked.range) checkCondition({ ...asked.range, property: index.range }, typeOf(index.range));
  checkFilters(asked, limits, (attribute) => attributes[attribute]);

  const direction = asked.sort === 'DESC' ? -1 : 1;
  const order = (left: Pick<Found, 'at' | 'key'>, right: Pick<Found, 'at' | 'key'>) =>
    direction * (compare(left.at, right.at) || compare(left.key, right.key));
  const start = asked.cursor === undefined ? null : placeOf(asked.cursor);
  const inOrder = rows(asked.entityName)
    .map((row): Found => {
      const value = JSON.parse(String(row.value)) as Record<string, unknown>;
      const key = String(row.key);
      return { row, key, value, at: index === BY_KEY ? key : value[index.range] };
    })
    // A value without the attributes of an index is not in it.
    .filter(({ at }) => at !== undefined)
    .filter(({ value }) => index.partition.every((attribute, place) => value[attribute] === asked.partition[place]))
    .filter(({ at }) => asked.range === undefined || holds(at, asked.range))
    .filter((found) => start === null || order(found, start) > 0)
    .sort(order);
  const page = inOrder.slice(0, limit);
  const last = page[page.length - 1];
  return {
    page: page.filter(({ value }) => !asked.filters || meets(value, asked.filters)).map(({ row }) => row),
    cursor: inOrder.length > limit && last ? cursorOf(last) : undefined,
  };
}

function indexOf({ entityName, indexName, partition }: Request, entities: Entities, checks: Checks): Index {
  const declared = entityOf(entityName, entities).indexes.get(indexName);
  const index = indexName === BY_KEY.name ? BY_KEY : declared;
  if (!index && checks.holds('entity-index'))
    throw new KvsRefused(
      400,
      'INVALID_ENTITY_INDEX',
      `manifest.yml declares no index ${indexName} of the entity ${entityName}.`,
    );
  const used = index ?? { name: indexName, partition: [], range: indexName };
  if (partition.length !== used.partition.length)
    throw new KvsRefused(
      400,
      'INVALID_ENTITY_INDEX',
      `The index ${indexName} takes a value for each of its partition's attributes: ${used.partition.join(', ') || 'none'}.`,
    );
  return used;
}

function checkFilters(
  { filters: asked, range }: Request,
  limits: Limits,
  typeOf: (attribute: string) => string | undefined,
): void {
  if (asked?.and && asked.or)
    throw new KvsRefused(400, 'INVALID_FILTER_OPERATORS_COMBINATION', 'Filters are joined by “and” or by “or”.');
  const list: readonly Condition[] = asked?.and ?? asked?.or ?? [];
  if (asked && list.length === 0) throw new KvsRefused(400, 'EMPTY_FILTER_OPERATOR', 'A filter has a condition.');
  if (list.length + (range ? 1 : 0) > limits.kvsQueryConditions)
    throw new KvsRefused(400, 'INVALID_QUERY', `A query has at most ${limits.kvsQueryConditions} conditions.`);
  for (const one of list) checkCondition(one, typeOf(one.property));
}

const cursorOf = ({ at, key }: Found) => Buffer.from(JSON.stringify([at, key])).toString('base64url');

function placeOf(cursor: string): { at: unknown; key: string } {
  try {
    const [at, key] = z.tuple([z.unknown(), z.string()]).parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { at, key };
  } catch {
    throw new KvsRefused(400, 'INVALID_CURSOR', 'The cursor is not one that a query gave.');
  }
}
