import '../styles/confluence.css';
import { lazy } from 'react';
import { ContentPage } from './content-page';
import { HistoryPage } from './history/history-page';
import { VersionPage } from './history/version-page';
import { PageView } from './page/page-view';
import { SearchPage } from './search-page';
import { DraftsPage } from './spaces/drafts-page';
import { SpaceHome } from './spaces/space-home';
import { SpaceSettings } from './spaces/space-settings';
import { SpacesPage } from './spaces/spaces-page';
import { TrashPage } from './spaces/trash-page';

const EditPage = lazy(() => import('../editor/edit-page'));
const NewPage = lazy(() => import('../editor/new-page'));

/** The page of an address of Confluence. */
export default function ConfluencePages({ path }: { path: string }) {
  const [area = '', first = '', place = '', third = '', fourth = ''] = path.split('/').slice(2);
  if (area === 'search') return <SearchPage />;
  if (area === 'content') return <ContentPage key={first} pageId={first} toEditor={place === 'edit'} />;
  if (area === 'create') return <NewPage spaceKey={null} />;
  if (area !== 'spaces' || first === '') return <SpacesPage />;
  if (place === 'create') return <NewPage key={first} spaceKey={first} />;
  if (place === 'settings') return <SpaceSettings key={first} spaceKey={first} />;
  if (place === 'trash') return <TrashPage key={first} spaceKey={first} />;
  if (place === 'drafts') return <DraftsPage key={first} spaceKey={first} />;
  if (place === 'history' && fourth !== '')
    return <VersionPage key={third + fourth} spaceKey={first} pageId={third} number={Number(fourth)} />;
  if (place === 'history') return <HistoryPage key={third} spaceKey={first} pageId={third} />;
  if (place === 'pages' && third === 'edit-v2') return <EditPage key={fourth} spaceKey={first} pageId={fourth} />;
  if (place === 'pages' && third !== '') return <PageView key={third} spaceKey={first} pageId={third} />;
  return <SpaceHome key={first} spaceKey={first} />;
}
