import './admin.css';
import Heading from '@atlaskit/heading';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { lazy, Suspense } from 'react';
import { usePlace } from '../../shared/place';
import { ReadingFailure } from '../../shared/reading-failure';
import { useProcedure } from '../../shared/use-procedure';
import { Waiting } from '../../shared/waiting';

const Import = lazy(async () => ({ default: (await import('./import')).Import }));
const Resolutions = lazy(async () => ({ default: (await import('./resolutions')).Resolutions }));
const Setup = lazy(async () => ({ default: (await import('./setup')).Setup }));
const Status = lazy(async () => ({ default: (await import('./status')).Status }));
const Health = lazy(async () => ({ default: (await import('./health')).Health }));
const Readers = lazy(async () => ({ default: (await import('./readers')).Readers }));

/** The tabs by their value in the address; Setup has none. */
const TABS = ['', 'import', 'readers', 'health'];

/** While a project is being read for the first time its progress moves. */
const POLL_MS = 3_000;

/** What administrators do: set up projects, import an inventory, see that all is well. */
export function AdminPage({ timeZone }: { timeZone: string }) {
  const { reading, retry } = useProcedure(
    'setup.status',
    {},
    {
      pollMs: ({ projects, openMarks }) =>
        projects.some(({ backfill }) => backfill?.finishedAt === null) || openMarks > 0 ? POLL_MS : null,
    },
  );
  const [tab, setTab] = usePlace('tab');
  return (
    <div className="admin">
      <Heading size="large" as="h1">
        AI management
      </Heading>
      {reading.state === 'loading' && <Waiting what="Loading what is set up" />}
      {reading.state === 'failed' && (
        <ReadingFailure error={reading.error} title="This page cannot be shown" retry={retry} />
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
              <Suspense fallback={<Waiting />}>
                <Status status={reading.data} timeZone={timeZone} />
                <Setup onApplied={retry} />
                {reading.data.projects.length > 0 && <Resolutions />}
              </Suspense>
            </div>
          </TabPanel>
          <TabPanel>
            <div className="tab-body">
              <Suspense fallback={<Waiting />}>
                <Import projectIds={reading.data.projects.map(({ projectId }) => projectId)} />
              </Suspense>
            </div>
          </TabPanel>
          <TabPanel>
            <div className="tab-body">
              <Suspense fallback={<Waiting />}>
                <Readers />
              </Suspense>
            </div>
          </TabPanel>
          <TabPanel>
            <div className="tab-body">
              <Suspense fallback={<Waiting />}>
                <Health timeZone={timeZone} />
              </Suspense>
            </div>
          </TabPanel>
        </Tabs>
      )}
    </div>
  );
}
