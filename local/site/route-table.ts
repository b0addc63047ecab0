/** A route as the table sees it: its method and its path template. */
interface Templated {
  readonly method: string;
  readonly path: string;
}

export interface Match<R extends Templated> {
  readonly route: R;
  readonly params: Readonly<Record<string, string>>;
}

export interface RouteTable<R extends Templated> {
  /** The route that a path belongs to, with its decoded parameters. */
  match(method: string, path: string): Match<R> | null;
  /** Whether the path is known for some method. */
  knows(path: string): boolean;
}

const isParameter = (part: string | undefined): part is `{${string}}` => part?.startsWith('{') ?? false;

/** Routes by method and length; a fixed part goes before a parameter in the same place. */
export function routeTable<R extends Templated>(routes: readonly R[]): RouteTable<R> {
  const table = new Map<string, { readonly route: R; readonly parts: readonly string[] }[]>();
  for (const route of routes) {
    const parts = route.path.split('/');
    const key = `${route.method} ${parts.length}`;
    table.set(key, [...(table.get(key) ?? []), { route, parts }]);
  }
  for (const entries of table.values()) {
    entries.sort((a, b) => {
      const at = a.parts.findIndex((part, index) => isParameter(part) !== isParameter(b.parts[index]));
      return at < 0 ? 0 : isParameter(a.parts[at]) ? 1 : -1;
    });
  }
  const match = (method: string, path: string): Match<R> | null => {
    const given = path.split('/');
    const entry = table
      .get(`${method} ${given.length}`)
      ?.find(({ parts }) =>
        parts.every((part, index) => (isParameter(part) ? given[index] !== '' : part === given[index])),
      );
    if (!entry) return null;
    const params: Record<string, string> = {};
    for (const [index, part] of entry.parts.entries())
      if (isParameter(part)) params[part.slice(1, -1)] = decodeURIComponent(given[index] ?? '');
    return { route: entry.route, params };
  };
  return {
    match,
    knows: (path) => ['GET', 'POST', 'PUT', 'DELETE'].some((method) => match(method, path) !== null),
  };
}
