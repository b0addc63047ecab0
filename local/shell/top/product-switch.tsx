import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import { ConfluenceIcon } from '@atlaskit/logo/confluence-icon';
import { JiraIcon } from '@atlaskit/logo/jira-icon';
import { AppSwitcher } from '@atlaskit/navigation-system/top-nav-items';
import { go } from '../core/address';

const PRODUCTS = [
  { name: 'Jira', home: '/projects', Icon: JiraIcon },
  { name: 'Confluence', home: '/wiki', Icon: ConfluenceIcon },
] as const;

/** From Jira to Confluence and back. */
export function ProductSwitch({ product }: { product: 'Jira' | 'Confluence' }) {
  return (
    <DropdownMenu<HTMLButtonElement>
      label="Switch to"
      placement="bottom-start"
      trigger={({ triggerRef, ...trigger }) => (
        <AppSwitcher ref={triggerRef} {...trigger} aria-haspopup label="Switch product" />
      )}
    >
      <DropdownItemGroup title="Switch to">
        {PRODUCTS.map(({ name, home, Icon }) => (
          <DropdownItem
            key={name}
            elemBefore={<Icon size="small" label="" />}
            isSelected={name === product}
            onClick={() => go(home)}
          >
            {name}
          </DropdownItem>
        ))}
      </DropdownItemGroup>
    </DropdownMenu>
  );
}
