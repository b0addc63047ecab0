import { Filter, FilterConditions, kvs, WhereConditions } from '@forge/kvs';

/** A condition by its name in `@forge/kvs`, and its values. */
type Asks = [condition: string, ...values: unknown[]];

export interface Asked {
  entity?: string;
  index: string;
  partition?: unknown[];
  where?: Asks;
  /** Attributes with their conditions, joined by `and` unless `or` says otherwise. */
  filters?: [attribute: string, ...asks: Asks][];
  or?: boolean;
  sort?: 'ASC' | 'DESC';
  limit?: number;
  cursor?: string;
}

type Joined = Record<'and' | 'or', (attribute: string, condition: unknown) => Joined>;

function condition(all: object, [name, ...values]: Asks): never {
  const make = (all as Record<string, (...values: unknown[]) => never>)[name];
  if (!make) throw new Error(`@forge/kvs has no condition ${name}.`);
  return make(...values);
}

/** Asks what it is told to, through the real package. */
export async function queryEntities(asked: Asked): Promise<unknown> {
  try {
    const { entity = 'person', index, partition, filters } = asked;
    const query = kvs
      .entity(entity)
      .query()
      .index(index, ...(partition ? [{ partition }] : []));
    if (asked.where) query.where(condition(WhereConditions, asked.where));
    if (filters) {
      const join = asked.or ? 'or' : 'and';
      let filter = new Filter() as unknown as Joined;
      for (const [attribute, ...asks] of filters) filter = filter[join](attribute, condition(FilterConditions, asks));
      query.filters(filter as never);
    }
    if (asked.sort) query.sort(asked.sort as never);
    if (asked.limit !== undefined) query.limit(asked.limit);
    if (asked.cursor !== undefined) query.cursor(asked.cursor);
    const { results, nextCursor } = await query.getMany();
    return { keys: results.map(({ key }) => key), nextCursor };
  } catch (error) {
    return { code: (error as { code?: string }).code, message: (error as Error).message };
  }
}
