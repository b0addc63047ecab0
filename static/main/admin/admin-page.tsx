import './admin.css';
import Heading from '@atlaskit/heading';
import Spinner from '@atlaskit/spinner';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { lazy, Suspense } from 'react';
import { FailureBanner } from '../../shared/failure-banner';
import { usePlace } from '../../shared/place';
import { useProcedure } from '../../shared/use-procedure';
import { Import } from './import';
import { Setup } from './setup';
import { Status } from './status';

const Health = lazy(async () => ({ default: (await import('./health')).Health }));
const Readers = lazy(async () => ({ default: (await import('./readers')).Readers }));

/** The tabs by their value in the address; Setup has none. */
const TABS = ['', 'import', 'readers', 'health'];

/** While a project is being read for the first time its progress moves. */
const POLL_MS = 3_000;

/** What administrators do: set up projects, import an inventory, see that all is well. */
export function AdminPage({ timeZone }: { timeZone: string }) {
  const { reading, retry } = useProcedure('setup.status', {}, (status) =>
    status.projects.some(({ backfill }) => backfill?.finishedAt === null) || status.openMarks > 0 ? POLL_MS : null,
  );
  const [tab, setTab] = usePlace('tab');
  return (
    <div className="admin">
      <Heading size="large" as="h1">
        AI management
      </Heading>
      {reading.state === 'loading' && (
        <div className="waiting">
          <Spinner label="Loading" /> Loading
        </div>
      )}
      {reading.state === 'failed' && (
        <FailureBanner error={reading.error} title="This page cannot be shown" onRetry={retry} />
      )}
      {reading.state === 'loaded' && (
        <Tabs
          id="aims-admin"
          selected={Math.max(0, TABS.indexOf(tab ?? ''))}
          onChange={(index) => setTab(TABS[index] || null)}
        >
          <TabList>
            <Tab>Setup</Tab>
            <Tab>Import</Tab>
            <Tab>Readers</Tab>
            <Tab>Health</Tab>
          </TabList>
          <TabPanel>
            <div className="tab-body">
              <Status status={reading.data} timeZone={timeZone} />
              <Setup onApplied={retry} />
            </div>
          </TabPanel>
          <TabPanel>
            <div className="tab-body">
              <Import projectIds={reading.data.projects.map(({ projectId }) => projectId)} />
            </div>
          </TabPanel>
          <TabPanel>
            <div className="tab-body">
              <Suspense fallback={<Spinner label="Loading" />}>
                <Readers />
              </Suspense>
            </div>
          </TabPanel>
          <TabPanel>
            <div className="tab-body">
              <Suspense fallback={<Spinner label="Loading" />}>
                <Health timeZone={timeZone} />
              </Suspense>
            </div>
          </TabPanel>
        </Tabs>
      )}
    </div>
  );
}
