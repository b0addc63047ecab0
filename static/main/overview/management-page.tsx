import { requirementIdFrom } from '../../../src/contract/requirement-id';
import type { Figures } from './figures';
import './overview.css';
import Heading from '@atlaskit/heading';
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { AsOf, AsOfPlace } from '../../shared/as-of';
import { instantWords } from '../../shared/instant-words';
import { goTo, usePlace } from '../../shared/place';
import { ReadingFailure } from '../../shared/reading-failure';
import { useTimeZone } from '../../shared/time-zone';
import { type Panel, usePanel } from '../../shared/use-panel';
import { type Reading, useProcedure } from '../../shared/use-procedure';
import { Waiting } from '../../shared/waiting';
import { FrameworkChoice } from './framework-choice';
import { Overview } from './overview';
import { PageTabs } from './page-tabs';
import { TABS, type TabId } from './tabs';

const RequirementPanel = lazy(async () => ({ default: (await import('./requirement-panel')).RequirementPanel }));
const SetupLink = lazy(async () => ({ default: (await import('./setup-link')).SetupLink }));
const NotSetUp = lazy(async () => ({ default: (await import('./next-step')).NotSetUp }));
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
  /** Beside the title, where the scope is not the product's own page. */
  scope?: ReactNode;
  /** A part of the overview that only this page has. */
  below?: ReactNode;
  printable?: boolean;
}

/**
 * The project page. A tab makes one reading of figures, which those that show figures share; tabs of rows have a reading of
 * their own, and the figures are not read for them.
 */
export function ManagementPage({ projectId, scope, below, printable = false }: Props) {
  const [place] = usePlace('tab');
  const [framework] = usePlace('framework');
  const tab = TABS.find(({ id }) => id === place)?.id ?? 'overview';
  const container = useRef<HTMLDivElement>(null);
  const requirement = usePanel('requirement', container, ['system']);
  // Addresses of 0.1.0 tell a number without its framework.
  const openedRequirement = requirement.opened && {
    ...requirement.opened,
    id: requirementIdFrom(requirement.opened.id),
  };
  const system = usePanel('system', container, ['requirement']);
  const [asOfPlace, setAsOfPlace] = useState<HTMLElement | null>(null);
  const showsFigures = tab === 'overview' || tab === 'requirements';
  const figures = useProcedure(
    'coverage.overview',
    showsFigures ? { projectId, trend: true, ...(framework === null ? {} : { framework }) } : null,
    {
      pollMs: ({ updating }) => (updating > 0 ? POLL_MS : null),
    },
  );

  return (
    <div className="page">
      <header className="page-head">
        <div>
          <Heading size="large" as="h1">
            AI management
          </Heading>
          {scope && <span className="subtle">{scope}</span>}
        </div>
        <div className="page-tools subtle small">
          <span ref={setAsOfPlace} />
          {printable && (
            <button type="button" className="link-button" onClick={() => window.print()}>
              print
            </button>
          )}
          <Suspense fallback={null}>
            <SetupLink />
          </Suspense>
        </div>
      </header>
      <AsOfPlace value={asOfPlace}>
        <div className="page-split" ref={container}>
          <main className="page-main">
            <PageTabs
              selected={tab}
              onSelect={(id) => goTo({ tab: id === 'overview' ? null : id, ...CLOSED, ...NO_FILTER })}
            >
              <Suspense fallback={<Waiting />}>
                {tab === 'overview' || tab === 'requirements' ? (
                  <FiguresView {...figures}>
                    {(read) => (
                      <>
                        <FrameworkChoice figures={read} />
                        {tab === 'overview' ? (
                          <Overview figures={read} projectId={projectId} below={below} onOpen={requirement.open} />
                        ) : (
                          <Requirements
                            figures={read}
                            onOpen={requirement.open}
                            opened={openedRequirement?.id ?? null}
                          />
                        )}
                      </>
                    )}
                  </FiguresView>
                ) : (
                  <Rows tab={tab} projectId={projectId} system={system} requirement={requirement} />
                )}
              </Suspense>
            </PageTabs>
          </main>
          <Suspense fallback={null}>
            {openedRequirement && (
              <RequirementPanel
                key={openedRequirement.id}
                projectId={projectId}
                opened={openedRequirement}
                asOf={figures.reading.state === 'loaded' ? figures.reading.data.asOf : null}
                onWritten={showsFigures ? figures.retry : null}
                onClose={requirement.close}
              />
            )}
            {system.opened && (
              <SystemPanel
                key={system.opened.id}
                opened={system.opened}
                onRequirement={requirement.open}
                onClose={system.close}
              />
            )}
          </Suspense>
        </div>
      </AsOfPlace>
    </div>
  );
}

/** Whoever goes to another tab leaves the panels and filters of the one before. */
const CLOSED = { requirement: null, system: null } as const;
const NO_FILTER = {
  list: null,
  square: null,
  show: null,
  state: null,
  stage: null,
  grade: null,
  age: null,
  class: null,
  find: null,
} as const;

interface FiguresProps {
  reading: Reading<Figures>;
  retry: () => void;
  children: (figures: Figures) => ReactNode;
}

/** What is known stays on the screen while it is read again; figures that cannot be read are unknown, never 0. */
function FiguresView({ reading, retry, children }: FiguresProps) {
  const timeZone = useTimeZone();
  if (reading.state === 'loading') return <Waiting what="Loading the figures" />;
  if (reading.state === 'failed' && reading.error.code === 'setup-not-started') return <NotSetUp />;
  if (reading.state === 'failed')
    return (
      <ReadingFailure
        error={reading.error}
        title={
          reading.previous?.asOf
            ? `The figures of ${instantWords(reading.previous.asOf, timeZone)} cannot be read again`
            : 'The figures cannot be shown'
        }
        retry={retry}
      />
    );
  return (
    <>
      <AsOf fresh={reading.data} refreshing={reading.refreshing} onRefresh={retry} />
      {children(reading.data)}
    </>
  );
}

interface RowsProps {
  tab: Exclude<TabId, 'overview' | 'requirements'>;
  projectId: string | null;
  system: Panel;
  requirement: Panel;
}

/** A tab that reads rows of its own. */
function Rows({ tab, projectId, system, requirement }: RowsProps) {
  switch (tab) {
    case 'systems':
      return <Systems projectId={projectId} onOpen={system.open} opened={system.opened?.id ?? null} />;
    case 'matrix':
      return <Matrix projectId={projectId} onOpen={system.open} onRequirement={requirement.open} />;
    case 'risks':
      return <Risks projectId={projectId} />;
    case 'nonconformities':
      return <Nonconformities projectId={projectId} />;
  }
}
