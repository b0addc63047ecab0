import AppsIcon from '@atlaskit/icon/core/apps';
import BoardIcon from '@atlaskit/icon/core/board';
import DashboardIcon from '@atlaskit/icon/core/dashboard';
import ListIcon from '@atlaskit/icon/core/list-bulleted';
import ProjectIcon from '@atlaskit/icon/core/project';
import SearchIcon from '@atlaskit/icon/core/search';
import SettingsIcon from '@atlaskit/icon/core/settings';
import { SideNav, SideNavBody } from '@atlaskit/navigation-system/layout/side-nav';
import { LinkMenuItem } from '@atlaskit/side-nav-items/link-menu-item';
import { MenuList } from '@atlaskit/side-nav-items/menu-list';
import { MenuSection, MenuSectionHeading } from '@atlaskit/side-nav-items/menu-section';
import { useModules } from '../core/session';
import { dataOf, useRest } from '../core/site';
import { AppEntry } from './app-entry';
import type { Project } from './jira';
import { useMayAdminister } from './permissions';
import { projectOf } from './place';

interface Entry {
  to: string;
  title: string;
  Icon: typeof AppsIcon;
}

/** Jira's side: the site's places, the project's pages with those of the app, and the apps' own pages. */
export function JiraSide({ path }: { path: string }) {
  const projectKey = projectOf(path);
  const project = dataOf(useRest<Project>(projectKey === null ? null : `/project/${projectKey}`));
  const mayAdminister = useMayAdminister();
  const ofProject = useModules('jira:projectPage');
  const ofSite = useModules('jira:globalPage');
  const ofAdmin = useModules('jira:adminPage');
  const base = `/projects/${projectKey}`;
  return (
    <SideNav label="Jira" defaultWidth={264}>
      <SideNavBody>
        <MenuList>
          <Entries
            path={path}
            entries={[
              { to: '/projects', title: 'Projects', Icon: ProjectIcon },
              { to: '/issues', title: 'Search issues', Icon: SearchIcon },
              { to: '/dashboards', title: 'Dashboards', Icon: DashboardIcon },
            ]}
          />
          {projectKey !== null && (
            <MenuSection isMenuListItem>
              <MenuSectionHeading>{project?.name ?? projectKey}</MenuSectionHeading>
              <MenuList>
                <Entries
                  path={path}
                  entries={[
                    { to: `${base}/board`, title: 'Board', Icon: BoardIcon },
                    { to: `${base}/list`, title: 'List', Icon: ListIcon },
                    ...ofProject.map(({ key, title }) => ({ to: `${base}/apps/${key}`, title, Icon: AppsIcon })),
                  ]}
                />
              </MenuList>
            </MenuSection>
          )}
          {ofSite.length > 0 && (
            <MenuSection isMenuListItem>
              <MenuSectionHeading>Apps</MenuSectionHeading>
              <MenuList>
                {ofSite.map((module) => (
                  <AppEntry key={module.key} module={module} to={`/apps/${module.key}`} path={path} Icon={AppsIcon} />
                ))}
              </MenuList>
            </MenuSection>
          )}
          {mayAdminister && (
            <MenuSection isMenuListItem>
              <MenuSectionHeading>Administration</MenuSectionHeading>
              <MenuList>
                {ofAdmin.map((module) => (
                  <AppEntry
                    key={module.key}
                    module={module}
                    to={`/admin/apps/${module.key}`}
                    path={path}
                    Icon={SettingsIcon}
                  />
                ))}
              </MenuList>
            </MenuSection>
          )}
        </MenuList>
      </SideNavBody>
    </SideNav>
  );
}

function Entries({ entries, path }: { entries: readonly Entry[]; path: string }) {
  return (
    <>
      {entries.map(({ to, title, Icon }) => (
        <LinkMenuItem
          key={to}
          href={to}
          isSelected={path === to || (to !== '/projects' && path.startsWith(`${to}/`))}
          elemBefore={<Icon label="" />}
        >
          {title}
        </LinkMenuItem>
      ))}
    </>
  );
}
