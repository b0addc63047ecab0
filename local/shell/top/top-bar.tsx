import Button from '@atlaskit/button/new';
import MoreIcon from '@atlaskit/icon/core/database';
import { ConfluenceIcon } from '@atlaskit/logo/confluence-icon';
import { JiraIcon } from '@atlaskit/logo/jira-icon';
import { SideNavToggleButton } from '@atlaskit/navigation-system/layout/side-nav';
import { TopNav, TopNavEnd, TopNavMiddle, TopNavStart } from '@atlaskit/navigation-system/layout/top-nav';
import { AppLogo, CreateButton, EndItem } from '@atlaskit/navigation-system/top-nav-items';
import { useState } from 'react';
import { go } from '../core/address';
import { useSession } from '../core/session';
import { useFaults } from '../drawer/fault-state';
import { CreateIssue } from '../jira/issue/create-issue';
import { Notifications } from './notifications';
import { PeopleMenu } from './people-menu';
import { ProductSwitch } from './product-switch';
import { Search } from './search';
import { ThemeMenu } from './theme-menu';

interface Props {
  product: 'Jira' | 'Confluence';
  /** Key of the project or space that the page belongs to. */
  place: string | null;
  isDrawerOpen: boolean;
  onDrawer: () => void;
}

/** The bar that both products share: where one is, search, create, who one is, and what runs under the hood. */
export function TopBar({ product, place, isDrawerOpen, onDrawer }: Props) {
  const { accountId } = useSession();
  const [creating, setCreating] = useState(false);
  const faults = useFaults();
  const create = () => {
    if (product === 'Jira') setCreating(true);
    else go(`/wiki/create${place === null ? '' : `?space=${encodeURIComponent(place)}`}`);
  };
  const home = product === 'Jira' ? '/projects' : '/wiki';
  return (
    <>
      <TopNav>
        <TopNavStart sideNavToggleButton={<SideNavToggleButton expandLabel="Show menu" collapseLabel="Hide menu" />}>
          <ProductSwitch product={product} />
          <AppLogo
            name={product}
            label={`${product}, start page`}
            href={home}
            icon={product === 'Jira' ? JiraIcon : ConfluenceIcon}
          />
        </TopNavStart>
        <TopNavMiddle>
          <Search product={product} />
          {accountId !== null && <CreateButton onClick={create}>Create</CreateButton>}
        </TopNavMiddle>
        <TopNavEnd label="Site actions" showMoreButtonLabel="More actions">
          {faults.on.length > 0 && (
            <li className="faults-sign">
              <Button spacing="compact" appearance="warning" onClick={onDrawer}>
                {faults.on.length === 1 ? `Fault on: ${faults.on[0]}` : `${faults.on.length} faults on`}
              </Button>
            </li>
          )}
          <EndItem icon={MoreIcon} label="Under the hood" isSelected={isDrawerOpen} onClick={onDrawer} />
          {accountId !== null && <Notifications />}
          <ThemeMenu />
          <PeopleMenu />
        </TopNavEnd>
      </TopNav>
      {creating && <CreateIssue projectKey={product === 'Jira' ? place : null} onClose={() => setCreating(false)} />}
    </>
  );
}
