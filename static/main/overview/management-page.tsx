import './overview.css';
import Heading from '@atlaskit/heading';
import Spinner from '@atlaskit/spinner';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { useState } from 'react';
import type { Output } from '../../../src/contract/procedures';
import { instantWords } from '../../shared/days';
import { FailureBanner } from '../../shared/failure-banner';
import { usePlace } from '../../shared/place';
import { useProcedure } from '../../shared/use-procedure';
import { Overview } from './overview';
import { type Opener, RequirementPanel, useRequirementPanel } from './requirement-panel';
import { EVERYTHING, type Filter, Requirements } from './requirements';

export type Figures = Output<'coverage.overview'>;

/** While cells are being recounted the figures are read again by themselves. */
const POLL_MS = 5_000;

/** The project page: one reading of the figures for all tabs, so that no two of them disagree. */
export function ManagementPage({ projectId, timeZone }: { projectId: string | null; timeZone: string }) {
  const { reading, retry } = useProcedure('coverage.overview', { projectId }, (figures) =>
    figures.updating > 0 ? POLL_MS : null,
  );
  const [tab, setTab] = usePlace('tab');
  const [filter, setFilter] = useState<Filter>(EVERYTHING);
  const panel = useRequirementPanel();
  const select = (wanted: string | null) => {
    panel.dismiss();
    setTab(wanted);
  };
  const showRows = (wanted: Partial<Filter>) => {
    setFilter({ ...EVERYTHING, ...wanted });
    select('requirements');
  };

  return (
    <div className="page">
      <header className="page-head">
        <Heading size="large" as="h1">
          AI management
        </Heading>
        {reading.state === 'loaded' && (
          <AsOf figures={reading.data} refreshing={reading.refreshing} timeZone={timeZone} onRefresh={retry} />
        )}
      </header>
      <div className="page-split" ref={panel.container}>
        <main className="page-main">
          {reading.state === 'loading' && (
            <div className="waiting">
              <Spinner label="Loading the figures" /> Loading the figures
            </div>
          )}
          {reading.state === 'failed' && (
            <FailureBanner
              error={reading.error}
              title={
                reading.previous?.asOf
                  ? `Unknown since ${instantWords(reading.previous.asOf, timeZone)}`
                  : 'The figures cannot be shown'
              }
              onRetry={retry}
            />
          )}
          {reading.state === 'loaded' && (
            <TabbedFigures
              figures={reading.data}
              selected={tab === 'requirements' ? 1 : 0}
              onSelect={(index) => select(index === 1 ? 'requirements' : null)}
              filter={filter}
              onFilter={setFilter}
              onShowRows={showRows}
              onOpen={panel.open}
              opened={panel.opened?.requirementId ?? null}
            />
          )}
        </main>
        {panel.opened && (
          <RequirementPanel
            key={panel.opened.requirementId}
            projectId={projectId}
            opened={panel.opened}
            asOf={reading.state === 'loaded' ? reading.data.asOf : null}
            onClose={panel.close}
          />
        )}
      </div>
    </div>
  );
}

function TabbedFigures(props: {
  figures: Figures;
  selected: number;
  onSelect: (index: number) => void;
  filter: Filter;
  onFilter: (filter: Filter) => void;
  onShowRows: (wanted: Partial<Filter>) => void;
  onOpen: Opener;
  opened: string | null;
}) {
  return (
    <Tabs id="aims" selected={props.selected} onChange={props.onSelect} shouldUnmountTabPanelOnChange>
      <TabList>
        <Tab>Overview</Tab>
        <Tab>Requirements</Tab>
      </TabList>
      <TabPanel>
        <Overview figures={props.figures} onShowRows={props.onShowRows} onOpen={props.onOpen} />
      </TabPanel>
      <TabPanel>
        <Requirements
          tiles={props.figures.tiles}
          filter={props.filter}
          onFilter={props.onFilter}
          onOpen={props.onOpen}
          opened={props.opened}
        />
      </TabPanel>
    </Tabs>
  );
}

/** How fresh the figures are. Announced, because they change by themselves while cells are recounted. */
function AsOf(props: { figures: Figures; refreshing: boolean; timeZone: string; onRefresh: () => void }) {
  const { asOf, updating } = props.figures;
  return (
    <div className="as-of subtle small">
      <span role="status">
        {asOf === null ? 'not counted yet' : `as of ${instantWords(asOf, props.timeZone)}`}
        {updating > 0 && ` · updating ${updating} ${updating === 1 ? 'cell' : 'cells'}`}
      </span>
      {' · '}
      {props.refreshing ? (
        'refreshing'
      ) : (
        <button type="button" className="link-button" onClick={props.onRefresh}>
          refresh
        </button>
      )}
    </div>
  );
}
