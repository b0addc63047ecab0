import { Main } from '@atlaskit/navigation-system/layout/main';
import { Panel } from '@atlaskit/navigation-system/layout/panel';
import { PanelSplitter } from '@atlaskit/navigation-system/layout/panel-splitter';
import { Root } from '@atlaskit/navigation-system/layout/root';
import { lazy, Suspense, useState } from 'react';
import { usePath } from './core/address';
import { useAppearanceApplied } from './core/appearance';
import { Waiting } from './core/waiting';
import { JiraPages } from './jira/jira-pages';
import { JiraSide } from './jira/jira-side';
import { projectOf } from './jira/place';
import { TopBar } from './top/top-bar';

const Confluence = lazy(() => import('./confluence/confluence-pages'));
const ConfluenceSide = lazy(() => import('./confluence/confluence-side'));
const ExportView = lazy(() => import('./confluence/export-view'));
const Drawer = lazy(() => import('./drawer/drawer'));

/** One address, one page; the same addresses as in the products where they have them. */
export function Shell() {
  useAppearanceApplied();
  const path = usePath();
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  const inConfluence = path === '/wiki' || path.startsWith('/wiki/');
  if (path.startsWith('/wiki/export/'))
    return (
      <Suspense fallback={<Waiting label="Loading the export view" />}>
        <ExportView pageId={path.split('/')[3] ?? ''} />
      </Suspense>
    );
  return (
    <Root skipLinksLabel="Skip to">
      <TopBar
        product={inConfluence ? 'Confluence' : 'Jira'}
        place={inConfluence ? spaceOf(path) : projectOf(path)}
        isDrawerOpen={isDrawerOpen}
        onDrawer={() => setDrawerOpen((open) => !open)}
      />
      {inConfluence ? (
        <Suspense fallback={null}>
          <ConfluenceSide path={path} />
        </Suspense>
      ) : (
        <JiraSide path={path} />
      )}
      <Main>
        <Suspense fallback={<Waiting label="Loading the page" />}>
          {inConfluence ? <Confluence path={path} /> : <JiraPages path={path} />}
        </Suspense>
      </Main>
      {isDrawerOpen && (
        <Panel label="Under the hood" defaultWidth={520} maxWidth="70vw">
          <PanelSplitter label="Resize the drawer" />
          <Suspense fallback={<Waiting label="Loading the drawer" />}>
            <Drawer onClose={() => setDrawerOpen(false)} />
          </Suspense>
        </Panel>
      )}
    </Root>
  );
}

const spaceOf = (path: string): string | null => /^\/wiki\/spaces\/([^/]+)/.exec(path)?.[1] ?? null;
