import './overview.css';
import Heading from '@atlaskit/heading';
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import type { Output } from '../../../src/contract/procedures';
import { counted } from '../../shared/count';
import { instantWords } from '../../shared/days';
import { goTo, usePlace } from '../../shared/place';
import { ReadingFailure } from '../../shared/reading-failure';
import { type Panel, usePanel } from '../../shared/use-panel';
import { useProcedure } from '../../shared/use-procedure';
import { Waiting } from '../../shared/waiting';
import { Overview } from './overview';
import { PageTabs } from './page-tabs';
import { TABS, type TabId } from './tabs';

export type Figures = Output<'coverage.overview'>;

const RequirementPanel = lazy(async () => ({ default: (await import('./requirement-panel')).RequirementPanel }));
const SetupLink = lazy(async () => ({ default: (await import('./setup-link')).SetupLink }));
const Requirements = lazy(async () => ({ default: (await import('./requirements')).Requirements }));
const Systems = lazy(async () => ({ default: (await import('../systems/systems')).Systems }));
const SystemPanel = lazy(async () => ({ default: (await import('../systems/system-panel')).SystemPanel }));
const Matrix = lazy(async () => ({ default: (await import('../matrix/matrix')).Matrix }));
const Risks = lazy(async () => ({ default: (await import('../risks/risks')).Risks }));
const Nonconformities = lazy(async () => ({
  default: (await import('../nonconformities/nonconformities')).Nonconformities,
}));

/** While cells are being recounted the figures are read again by themselves. */
const POLL_MS = 5_000;

interface Props {
  projectId: string | null;
  timeZone: string;
  /** Beside the title, where the scope is not the product's own page. */
  scope?: string;
  /** A part of the overview that only this page has. */
  below?: ReactNode;
  printable?: boolean;
}

/**
 * The project page: one reading of the figures for all tabs, so that no two of them disagree. Tabs of rows have a reading
 * of their own and do not wait for the figures.
 */
export function ManagementPage({ projectId, timeZone, scope, below, printable = false }: Props) {
  const { reading, retry } = useProcedure('coverage.overview', { projectId, trend: true }, (figures) =>
    figures.updating > 0 ? POLL_MS : null,
  );
  const [place] = usePlace('tab');
  const tab = TABS.find(({ id }) => id === place)?.id ?? 'overview';
  const container = useRef<HTMLDivElement>(null);
  const requirement = usePanel('requirement', container, ['system']);
  const system = usePanel('system', container, ['requirement']);
  const [turn, setTurn] = useState(0);
  const refresh = () => {
    setTurn(turn + 1);
    retry();
  };
  const asOf = reading.state === 'loaded' ? reading.data.asOf : null;

  return (
    <div className="page">
      <header className="page-head">
        <div>
          <Heading size="large" as="h1">
            AI management
          </Heading>
          {scope && <span className="subtle">{scope}</span>}
        </div>
        {reading.state === 'loaded' && (
          <AsOf figures={reading.data} refreshing={reading.refreshing} timeZone={timeZone} onRefresh={refresh}>
            {printable && (
              <button type="button" className="link-button page-tools" onClick={() => window.print()}>
                print
              </button>
            )}
          </AsOf>
        )}
      </header>
      <div className="page-split" ref={container}>
        <main className="page-main">
          <PageTabs
            selected={tab}
            onSelect={(id) => goTo({ tab: id === 'overview' ? null : id, ...CLOSED, ...NO_FILTER })}
          >
            <Suspense fallback={<Waiting />}>
              {tab === 'overview' || tab === 'requirements' ? (
                <>
                  {reading.state === 'loading' && <Waiting what="Loading the figures" />}
                  {reading.state === 'failed' && (
                    <ReadingFailure
                      error={reading.error}
                      title={
                        reading.previous?.asOf
                          ? `The figures of ${instantWords(reading.previous.asOf, timeZone)} cannot be read again`
                          : 'The figures cannot be shown'
                      }
                      retry={retry}
                    />
                  )}
                  {reading.state === 'loaded' &&
                    (tab === 'overview' ? (
                      <Overview figures={reading.data} projectId={projectId} below={below} onOpen={requirement.open} />
                    ) : (
                      <Requirements
                        figures={reading.data}
                        onOpen={requirement.open}
                        opened={requirement.opened?.id ?? null}
                      />
                    ))}
                </>
              ) : (
                <Rows key={turn} tab={tab} projectId={projectId} system={system} />
              )}
            </Suspense>
          </PageTabs>
        </main>
        <Suspense fallback={null}>
          {requirement.opened && (
            <RequirementPanel
              key={requirement.opened.id}
              projectId={projectId}
              opened={requirement.opened}
              asOf={asOf}
              onClose={requirement.close}
            />
          )}
          {system.opened && <SystemPanel key={system.opened.id} opened={system.opened} onClose={system.close} />}
        </Suspense>
      </div>
    </div>
  );
}

/** Whoever goes to another tab leaves the panels and filters of the one before. */
const CLOSED = { requirement: null, system: null } as const;
const NO_FILTER = { list: null, square: null, show: null, stage: null, grade: null, age: null, class: null } as const;

/** A tab that reads rows of its own. */
function Rows({
  tab,
  projectId,
  system,
}: {
  tab: Exclude<TabId, 'overview' | 'requirements'>;
  projectId: string | null;
  system: Panel;
}) {
  switch (tab) {
    case 'systems':
      return <Systems projectId={projectId} onOpen={system.open} opened={system.opened?.id ?? null} />;
    case 'matrix':
      return <Matrix projectId={projectId} onOpen={system.open} />;
    case 'risks':
      return <Risks projectId={projectId} />;
    case 'nonconformities':
      return <Nonconformities projectId={projectId} />;
  }
}

/** How fresh the figures are. Announced, because they change by themselves while cells are recounted. */
function AsOf(props: {
  figures: Figures;
  refreshing: boolean;
  timeZone: string;
  onRefresh: () => void;
  children: ReactNode;
}) {
  const { asOf, updating } = props.figures;
  return (
    <div className="as-of subtle small">
      <span role="status">
        {asOf === null ? 'not counted yet' : `as of ${instantWords(asOf, props.timeZone)}`}
        {updating > 0 && ` · updating ${counted(updating, 'cell', 'cells')}`}
      </span>
      {' · '}
      {props.refreshing ? (
        'refreshing'
      ) : (
        <button type="button" className="link-button" onClick={props.onRefresh}>
          refresh
        </button>
      )}
      {props.children && <span className="page-tools"> · {props.children}</span>}
      <Suspense fallback={null}>
        <SetupLink />
      </Suspense>
    </div>
  );
}
