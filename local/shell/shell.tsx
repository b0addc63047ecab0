import { Link, usePath } from './address';
import { Header } from './header';
import { AppPage } from './pages/app-page';
import { IssuePage } from './pages/issue';
import { IssuesPage } from './pages/issues';
import { ProjectsPage } from './pages/projects';
import type { Session } from './site';

/** One address, one page; the same addresses as in Jira where it has them. */
export function Shell({ session }: { session: Session }) {
  const path = usePath();
  const [area = '', first = '', place = '', app = ''] = path.split('/').slice(1);
  const projectKey =
    area === 'projects' && first !== '' ? first : area === 'browse' ? first.replace(/-\d+$/, '') : null;
  return (
    <>
      <Header session={session} projectKey={projectKey} />
      <div className="columns">
        <Side session={session} projectKey={projectKey} path={path} />
        <main key={path.startsWith('/browse/') ? path : projectKey} className="content">
          {area === 'browse' && <IssuePage issueKey={first} />}
          {area === 'projects' && place === 'issues' && <IssuesPage projectKey={first} />}
          {area === 'projects' && place === 'apps' && <AppPage session={session} moduleKey={app} projectKey={first} />}
          {area === 'admin' && <AppPage session={session} moduleKey={place} projectKey={null} />}
          {(area === '' || (area === 'projects' && place === '')) && <ProjectsPage />}
        </main>
      </div>
    </>
  );
}

function Side({ session, projectKey, path }: { session: Session; projectKey: string | null; path: string }) {
  const pagesOf = (type: string) => session.modules.filter((module) => module.type === type);
  const entries =
    projectKey === null
      ? [
          { to: '/projects', title: 'Projects' },
          ...pagesOf('jira:adminPage').map(({ key, title }) => ({ to: `/admin/apps/${key}`, title: `Apps: ${title}` })),
        ]
      : [
          { to: '/projects', title: '‹ All projects' },
          { to: `/projects/${projectKey}/issues`, title: 'Issues' },
          ...pagesOf('jira:projectPage').map(({ key, title }) => ({
            to: `/projects/${projectKey}/apps/${key}`,
            title,
          })),
        ];
  return (
    <nav className="side" aria-label={projectKey === null ? 'Site' : `Project ${projectKey}`}>
      {projectKey !== null && <p className="side-title">{projectKey}</p>}
      {entries.map(({ to, title }) => (
        <Link key={to} to={to} current={path === to || (path.startsWith(`${to}/`) && to !== '/projects')}>
          {title}
        </Link>
      ))}
    </nav>
  );
}
