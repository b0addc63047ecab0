import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import type { ReactNode } from 'react';
import { goTo } from '../../shared/place';
import { type PageId, type Section, sectionOf } from '../../shared/routes';
import layout from '../../shared/ui/layout.module.css';
import chips from '../../shared/ui/list-choice.module.css';
import styles from './management-page.module.css';

interface Props {
  /** Null where the product draws the navigation itself. */
  sections: readonly Section[] | null;
  page: PageId;
  children: ReactNode;
}

/** The app's own navigation around a page: a tab for each section, and the pages of the section within it. */
export function Navigation({ sections, page, children }: Props) {
  if (sections === null) return <div>{children}</div>;
  const selected = sectionOf(sections, page);
  return (
    <Tabs
      id="aims"
      selected={sections.indexOf(selected)}
      onChange={(position) => goTo({ page: sections[position]?.pages[0].id ?? 'overview' })}
      shouldUnmountTabPanelOnChange
    >
      <TabList>
        {sections.map(({ header }) => (
          <Tab key={header}>{header}</Tab>
        ))}
      </TabList>
      {sections.map((section) => (
        <TabPanel key={section.header}>
          {section === selected && (
            <div className={layout.tabBody}>
              {section.pages.length > 1 && <Pages section={section} page={page} />}
              {children}
            </div>
          )}
        </TabPanel>
      ))}
    </Tabs>
  );
}

function Pages({ section, page }: { section: Section; page: PageId }) {
  return (
    <nav className={`${chips.choice} ${styles.pages}`} aria-label={section.header}>
      {section.pages.map(({ id, title }) => (
        <button
          key={id}
          type="button"
          className={chips.chip}
          aria-current={id === page ? 'page' : undefined}
          onClick={() => goTo({ page: id })}
        >
          {title}
        </button>
      ))}
    </nav>
  );
}
