import { assumeTrustedRoute } from '@forge/api';
import { z } from 'zod';
import { readJira } from './request';

const PAGE = 100;

/**
 * All values of a paged resource of Jira's configuration (`startAt`, `maxResults`, `isLast`).
 * @param path path and query without paging; every value in it is encoded already
 */
export async function allValues<Schema extends z.ZodType>(path: string, value: Schema): Promise<z.output<Schema>[]> {
  const values: z.output<Schema>[] = [];
  const page = z.object({ values: z.array(value), isLast: z.boolean().optional(), total: z.number().optional() });
  for (;;) {
    const separator = path.includes('?') ? '&' : '?';
    const answer = await readJira(
      {
        as: 'app',
        method: 'GET',
        route: assumeTrustedRoute(`${path}${separator}startAt=${values.length}&maxResults=${PAGE}`),
      },
      page,
    );
    values.push(...answer.values);
    if (
      answer.values.length === 0 ||
      answer.isLast === true ||
      values.length >= (answer.total ?? Number.POSITIVE_INFINITY)
    )
      return values;
  }
}

/** `projectId=1&projectId=2` for the resources that take a list. */
export function repeated(name: string, values: readonly string[]): string {
  return values.map((value) => `${name}=${encodeURIComponent(value)}`).join('&');
}
