import { type Match as AnyMatch, routeTable } from '../route-table';
import type { Route } from './call';
import { attachmentRoutes } from './routes/attachments';
import { bulkMoveRoutes } from './routes/bulk-move';
import { dashboardRoutes } from './routes/dashboards';
import { expressionRoutes } from './routes/expressions';
import { fieldContextRoutes } from './routes/field-contexts';
import { fieldRoutes } from './routes/fields';
import { formRoutes } from './routes/forms';
import { groupRoutes } from './routes/groups';
import { issueDetailRoutes } from './routes/issue-details';
import { issueLinkRoutes } from './routes/issue-links';
import { issueTypeSchemeRoutes } from './routes/issue-type-schemes';
import { issueTypeRoutes } from './routes/issue-types';
import { issueRoutes } from './routes/issues';
import { notificationRoutes } from './routes/notifications';
import { permissionSchemeRoutes } from './routes/permission-schemes';
import { permissionRoutes } from './routes/permissions';
import { projectLifeRoutes } from './routes/project-life';
import { projectRoutes } from './routes/projects';
import { propertyRoutes } from './routes/properties';
import { remoteLinkRoutes } from './routes/remote-links';
import { roleRoutes } from './routes/roles';
import { screenSchemeRoutes } from './routes/screen-schemes';
import { screenRoutes } from './routes/screens';
import { searchRoutes } from './routes/search';
import { securityLevelRoutes } from './routes/security-levels';
import { securitySchemeRoutes } from './routes/security-schemes';
import { siteRoutes } from './routes/site-facts';
import { statusRoutes } from './routes/statuses';
import { userRoutes } from './routes/users';
import { watcherRoutes } from './routes/watchers';
import { workflowSchemeRoutes } from './routes/workflow-schemes';
import { workflowRoutes } from './routes/workflows';

/** Every operation of the local Jira. */
export const ROUTES: readonly Route[] = [
  ...siteRoutes,
  ...userRoutes,
  ...groupRoutes,
  ...permissionRoutes,
  ...permissionSchemeRoutes,
  ...securitySchemeRoutes,
  ...securityLevelRoutes,
  ...roleRoutes,
  ...projectRoutes,
  ...projectLifeRoutes,
  ...propertyRoutes,
  ...issueTypeRoutes,
  ...issueTypeSchemeRoutes,
  ...fieldRoutes,
  ...fieldContextRoutes,
  ...screenRoutes,
  ...screenSchemeRoutes,
  ...formRoutes,
  ...statusRoutes,
  ...workflowRoutes,
  ...workflowSchemeRoutes,
  ...expressionRoutes,
  ...issueDetailRoutes,
  ...issueRoutes,
  ...bulkMoveRoutes,
  ...issueLinkRoutes,
  ...watcherRoutes,
  ...notificationRoutes,
  ...attachmentRoutes,
  ...remoteLinkRoutes,
  ...searchRoutes,
  ...dashboardRoutes,
];

const table = routeTable(ROUTES);

export type Match = AnyMatch<Route>;
export const matchRoute = table.match;
export const knowsPath = table.knows;
