import type AppsIcon from '@atlaskit/icon/core/apps';
import { LinkMenuItem } from '@atlaskit/side-nav-items/link-menu-item';
import { MenuList } from '@atlaskit/side-nav-items/menu-list';
import { MenuSection, MenuSectionHeading } from '@atlaskit/side-nav-items/menu-section';
import type { Module } from '../core/session';

interface Props {
  module: Module;
  /** The module's own address; its sub-pages stand below it. */
  to: string;
  path: string;
  Icon: typeof AppsIcon;
}

/**
 * A page of the app in the side bar. Its sub-pages stand below it while it is open: choosing one changes the address alone, and
 * the app acts on it (developer.atlassian.com/platform/forge/manifest-reference/modules/jira-global-page, "Subpages").
 */
export function AppEntry({ module: { title, sections }, to, path, Icon }: Props) {
  const isInside = path === to || path.startsWith(`${to}/`);
  return (
    <>
      <LinkMenuItem
        href={to}
        isSelected={path === to || (isInside && sections.length === 0)}
        elemBefore={<Icon label="" />}
      >
        {title}
      </LinkMenuItem>
      {isInside &&
        sections.map(({ header, pages }) => (
          <MenuSection key={header ?? ''} isMenuListItem>
            {header !== null && <MenuSectionHeading>{header}</MenuSectionHeading>}
            <MenuList>
              {pages.map((page) => {
                const own = `${to}/${page.route}`;
                return (
                  <LinkMenuItem key={page.route} href={own} isSelected={path === own || path.startsWith(`${own}/`)}>
                    {page.title}
                  </LinkMenuItem>
                );
              })}
            </MenuList>
          </MenuSection>
        ))}
    </>
  );
}
