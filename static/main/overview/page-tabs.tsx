import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import type { ReactNode } from 'react';
import { TABS, type TabId } from './tabs';

const positionOf = (tab: TabId): number => TABS.findIndex(({ id }) => id === tab);

interface Props {
  selected: TabId;
  onSelect: (tab: TabId) => void;
  children: ReactNode;
}

/** The tabs of the page with the body of the selected one. */
export function PageTabs({ selected, onSelect, children }: Props) {
  return (
    <Tabs
      id="aims"
      selected={positionOf(selected)}
      onChange={(position) => onSelect(TABS[position]?.id ?? 'overview')}
      shouldUnmountTabPanelOnChange
    >
      <TabList>
        {TABS.map(({ id, word }) => (
          <Tab key={id}>{word}</Tab>
        ))}
      </TabList>
      {TABS.map(({ id }) => (
        <TabPanel key={id}>{id === selected ? <div className="tab-body">{children}</div> : null}</TabPanel>
      ))}
    </Tabs>
  );
}
