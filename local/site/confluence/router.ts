import { type Match as AnyMatch, routeTable } from '../route-table';
import type { Route } from './call';
import { attachmentRoutes } from './routes/attachments';
import { commentRoutes } from './routes/comments';
import { contentRoutes } from './routes/content';
import { copyRoutes } from './routes/copy';
import { draftRoutes } from './routes/drafts';
import { labelRoutes } from './routes/labels';
import { pageRoutes } from './routes/pages';
import { peopleRoutes } from './routes/people';
import { propertyRoutes } from './routes/properties';
import { restrictionRoutes } from './routes/restrictions';
import { searchRoutes } from './routes/search';
import { spaceRoutes } from './routes/spaces';
import { treeRoutes } from './routes/tree';

/** Every operation of the local Confluence. */
export const ROUTES: readonly Route[] = [
  ...spaceRoutes,
  ...pageRoutes,
  ...treeRoutes,
  ...copyRoutes,
  ...draftRoutes,
  ...propertyRoutes,
  ...labelRoutes,
  ...attachmentRoutes,
  ...commentRoutes,
  ...restrictionRoutes,
  ...contentRoutes,
  ...peopleRoutes,
  ...searchRoutes,
];

const table = routeTable(ROUTES);

export type Match = AnyMatch<Route>;
export const matchRoute = table.match;
export const knowsPath = table.knows;
