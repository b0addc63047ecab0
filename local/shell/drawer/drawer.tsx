import '../styles/drawer.css';
import Button, { IconButton } from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import CrossIcon from '@atlaskit/icon/core/cross';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { AppPanel } from './app-panel';
import { FaultPanel } from './fault-panel';
import { TABS } from './journal';
import { JournalTable } from './journal-table';
import { useJournal } from './use-journal';

/** What runs under the hood: the host's journal as it grows, and the switches for what goes wrong on purpose. */
export default function Drawer({ onClose }: { onClose: () => void }) {
  const { journal, isPaused, setPaused } = useJournal();
  return (
    <div className="drawer">
      <div className="drawer-head">
        <Heading size="small" as="h2">
          Under the hood
        </Heading>
        <span className="gap" />
        <Button spacing="compact" appearance="subtle" onClick={() => setPaused(!isPaused)}>
          {isPaused ? 'Go on' : 'Pause'}
        </Button>
        <IconButton icon={CrossIcon} label="Close the drawer" appearance="subtle" spacing="compact" onClick={onClose} />
      </div>
      <Tabs id="drawer-tabs">
        <TabList>
          {TABS.map(({ name }) => (
            <Tab key={name}>{name}</Tab>
          ))}
          <Tab>Faults</Tab>
          <Tab>App</Tab>
        </TabList>
        {TABS.map((tab) => (
          <TabPanel key={tab.name}>
            <JournalTable journal={journal} tab={tab} />
          </TabPanel>
        ))}
        <TabPanel>
          <FaultPanel />
        </TabPanel>
        <TabPanel>
          <AppPanel />
        </TabPanel>
      </Tabs>
    </div>
  );
}
