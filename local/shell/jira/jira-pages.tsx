import { lazy } from 'react';
import { AdminPage, GlobalPage, GlobalPageOfApp, ProjectAppPage } from './app-pages';
import { BoardPage } from './board/board-page';
import { IssuePage } from './issue/issue';
import { ProjectListPage, SearchPage } from './list/list-pages';
import { ProjectsPage } from './project/projects';

const DashboardsPage = lazy(() => import('./dashboards/dashboards-page'));
const DashboardPage = lazy(() => import('./dashboards/dashboard-page'));

/** The page of an address of Jira. */
export function JiraPages({ path }: { path: string }) {
  const [area = '', first = '', place = '', app = ''] = path.split('/').slice(1);
  switch (area) {
    case 'browse':
      return <IssuePage key={first} issueKey={first} />;
    case 'projects':
      if (first === '') return <ProjectsPage />;
      if (place === 'apps') return <ProjectAppPage key={first + app} moduleKey={app} projectKey={first} />;
      if (place === 'list' || place === 'issues') return <ProjectListPage key={first} projectKey={first} />;
      return <BoardPage key={first} projectKey={first} />;
    case 'issues':
      return <SearchPage />;
    case 'apps':
      return <GlobalPage key={first} moduleKey={first} />;
    case 'jira':
      return <GlobalPageOfApp key={place} appId={place} environmentId={app} />;
    case 'admin':
      return <AdminPage key={place} moduleKey={place} />;
    case 'dashboards':
      return first === '' ? <DashboardsPage /> : <DashboardPage key={first} dashboardId={first} />;
    default:
      return <ProjectsPage />;
  }
}
