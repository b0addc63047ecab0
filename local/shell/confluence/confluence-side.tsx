import { IconButton } from '@atlaskit/button/new';
import AddIcon from '@atlaskit/icon/core/add';
import DeleteIcon from '@atlaskit/icon/core/delete';
import EditIcon from '@atlaskit/icon/core/edit';
import GridIcon from '@atlaskit/icon/core/grid';
import HomeIcon from '@atlaskit/icon/core/home';
import SearchIcon from '@atlaskit/icon/core/search';
import SettingsIcon from '@atlaskit/icon/core/settings';
import { SideNav, SideNavBody } from '@atlaskit/navigation-system/layout/side-nav';
import { LinkMenuItem } from '@atlaskit/side-nav-items/link-menu-item';
import { MenuList } from '@atlaskit/side-nav-items/menu-list';
import { MenuSection, MenuSectionHeading } from '@atlaskit/side-nav-items/menu-section';
import { go } from '../core/address';
import { useSession } from '../core/session';
import { dataOf } from '../core/site';
import { useSpace } from './spaces/use-space';
import { PageTree } from './tree/page-tree';

/** What a space has beside its pages, for people who are logged in. */
const PLACES = [
  { place: 'drafts', name: 'Drafts', Icon: EditIcon },
  { place: 'trash', name: 'Trash', Icon: DeleteIcon },
  { place: 'settings', name: 'Space settings', Icon: SettingsIcon },
] as const;

/** Confluence's side: spaces, and the tree of the space that one is in. */
export default function ConfluenceSide({ path }: { path: string }) {
  const { accountId } = useSession();
  const spaceKey = /^\/wiki\/spaces\/([^/]+)/.exec(path)?.[1] ?? null;
  const pageId = /^\/wiki\/spaces\/[^/]+\/(?:pages\/(?:edit-v2\/)?|history\/)(\d+)/.exec(path)?.[1] ?? null;
  const space = dataOf(useSpace(spaceKey))?.results[0] ?? null;
  return (
    <SideNav label="Confluence" defaultWidth={280}>
      <SideNavBody>
        <MenuList>
          <LinkMenuItem href="/wiki" isSelected={path === '/wiki'} elemBefore={<GridIcon label="" />}>
            Spaces
          </LinkMenuItem>
          <LinkMenuItem href="/wiki/search" isSelected={path === '/wiki/search'} elemBefore={<SearchIcon label="" />}>
            Search pages
          </LinkMenuItem>
          {space && space.key === spaceKey && (
            <MenuSection isMenuListItem>
              <MenuSectionHeading>{space.name}</MenuSectionHeading>
              <MenuList>
                <LinkMenuItem
                  href={`/wiki/spaces/${space.key}`}
                  isSelected={path === `/wiki/spaces/${space.key}`}
                  elemBefore={<HomeIcon label="" />}
                >
                  Overview
                </LinkMenuItem>
                {(accountId === null ? [] : PLACES).map(({ place, name, Icon }) => (
                  <LinkMenuItem
                    key={place}
                    href={`/wiki/spaces/${space.key}/${place}`}
                    isSelected={path === `/wiki/spaces/${space.key}/${place}`}
                    elemBefore={<Icon label="" />}
                  >
                    {name}
                  </LinkMenuItem>
                ))}
              </MenuList>
              <div className="tree-head">
                <h3>Pages</h3>
                {accountId !== null && (
                  <IconButton
                    icon={AddIcon}
                    label="Create a page"
                    appearance="subtle"
                    spacing="compact"
                    onClick={() => go(`/wiki/spaces/${space.key}/create`)}
                  />
                )}
              </div>
              <PageTree key={space.id} space={space} pageId={pageId ?? space.homepageId} />
            </MenuSection>
          )}
        </MenuList>
      </SideNavBody>
    </SideNav>
  );
}
