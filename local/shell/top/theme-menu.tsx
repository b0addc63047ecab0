import DropdownMenu, { DropdownItemRadio, DropdownItemRadioGroup } from '@atlaskit/dropdown-menu';
import ThemeIcon from '@atlaskit/icon/core/theme';
import { EndItem } from '@atlaskit/navigation-system/top-nav-items';
import { MenuListItem } from '@atlaskit/side-nav-items/menu-list-item';
import { type Appearance, chooseAppearance, useAppearance } from '../core/appearance';

const NAMES: Readonly<Record<Appearance, string>> = {
  light: 'Light',
  dark: 'Dark',
  'light-contrast': 'Light, increased contrast',
  'dark-contrast': 'Dark, increased contrast',
};

export function ThemeMenu() {
  const appearance = useAppearance();
  return (
    <MenuListItem>
      <DropdownMenu<HTMLButtonElement>
        label="Theme"
        placement="bottom-end"
        trigger={({ triggerRef, ...trigger }) => (
          <EndItem ref={triggerRef} {...trigger} aria-haspopup icon={ThemeIcon} label="Theme" isListItem={false} />
        )}
      >
        <DropdownItemRadioGroup title="Theme" id="theme">
          {(Object.keys(NAMES) as Appearance[]).map((name) => (
            <DropdownItemRadio
              key={name}
              id={name}
              isSelected={name === appearance}
              onClick={() => chooseAppearance(name)}
            >
              {NAMES[name]}
            </DropdownItemRadio>
          ))}
        </DropdownItemRadioGroup>
      </DropdownMenu>
    </MenuListItem>
  );
}
