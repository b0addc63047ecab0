import type { Route } from './call';
import { fieldContextRoutes } from './routes/field-contexts';
import { fieldRoutes } from './routes/fields';
import { issueDetailRoutes } from './routes/issue-details';
import { issueLinkRoutes } from './routes/issue-links';
import { issueTypeSchemeRoutes } from './routes/issue-type-schemes';
import { issueTypeRoutes } from './routes/issue-types';
import { issueRoutes } from './routes/issues';
import { permissionSchemeRoutes } from './routes/permission-schemes';
import { permissionRoutes } from './routes/permissions';
import { projectRoutes } from './routes/projects';
import { propertyRoutes } from './routes/properties';
import { roleRoutes } from './routes/roles';
import { screenSchemeRoutes } from './routes/screen-schemes';
import { screenRoutes } from './routes/screens';
import { searchRoutes } from './routes/search';
import { siteRoutes } from './routes/site-facts';
import { statusRoutes } from './routes/statuses';
import { userRoutes } from './routes/users';
import { workflowSchemeRoutes } from './routes/workflow-schemes';
import { workflowRoutes } from './routes/workflows';

/** Every operation of the local Jira. */
export const ROUTES: readonly Route[] = [
  ...siteRoutes,
  ...userRoutes,
  ...permissionRoutes,
  ...permissionSchemeRoutes,
  ...roleRoutes,
  ...projectRoutes,
  ...propertyRoutes,
  ...issueTypeRoutes,
  ...issueTypeSchemeRoutes,
  ...fieldRoutes,
  ...fieldContextRoutes,
  ...screenRoutes,
  ...screenSchemeRoutes,
  ...statusRoutes,
  ...workflowRoutes,
  ...workflowSchemeRoutes,
  ...issueDetailRoutes,
  ...issueRoutes,
  ...issueLinkRoutes,
  ...searchRoutes,
];

interface Entry {
  readonly route: Route;
  readonly parts: readonly string[];
}

const isParameter = (part: string | undefined): part is `{${string}}` => part?.startsWith('{') ?? false;

/** Routes by method and length; a fixed part goes before a parameter in the same place. */
const table = new Map<string, Entry[]>();
for (const route of ROUTES) {
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

export interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** The route that a path belongs to, with its decoded parameters. */
export function matchRoute(method: string, path: string): Match | null {
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
}

/** Whether the path is known for another method. */
export const knowsPath = (path: string): boolean =>
  ['GET', 'POST', 'PUT', 'DELETE'].some((method) => matchRoute(method, path) !== null);
