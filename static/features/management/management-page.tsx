import Heading from '@atlaskit/heading';
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { requirementIdFrom } from '../../../src/contract/requirement-id';
import { figuresNotReadWords } from '../../../src/words/screens/management';
import { FIGURES_NOT_SHOWN, LOADING_FIGURES } from '../../../src/words/screens/shared/common';
import { AI_MANAGEMENT } from '../../../src/words/screens/shared/pages';
import { isRefused } from '../../shared/bridge/call-error';
import { useTimeZone } from '../../shared/bridge/time-zone';
import { type Panel, usePanel } from '../../shared/hooks/use-panel';
import { useProcedure } from '../../shared/hooks/use-procedure';
import type { Reading } from '../../shared/hooks/use-reading';
import { usePage, usePlace } from '../../shared/place';
import { type PageId, PROJECT_SECTIONS, type Section, titleOf } from '../../shared/routes';
import { AsOf, AsOfPlace } from '../../shared/ui/as-of';
import { instantWords } from '../../shared/ui/instant-words';
import layout from '../../shared/ui/layout.module.css';
import { LinkButton } from '../../shared/ui/link-button';
import { ReadingFailure } from '../../shared/ui/reading-failure';
import texts from '../../shared/ui/text.module.css';
import { Waiting } from '../../shared/ui/waiting';
import { Needs } from '../needs/needs';
import type { Figures } from '../overview/figures';
import { Overview } from '../overview/overview';
import { SearchBox } from '../search/search-box';
import { FrameworkChoice } from './framework-choice';
import styles from './management-page.module.css';
import { Navigation } from './navigation';

const RequirementPanel = lazy(async () => ({
  default: (await import('../requirements/requirement-panel')).RequirementPanel,
}));
const SetupLink = lazy(async () => ({ default: (await import('../../shared/ui/setup-link')).SetupLink }));
const NotSetUp = lazy(async () => ({ default: (await import('../overview/not-set-up')).NotSetUp }));
const Requirements = lazy(async () => ({ default: (await import('../requirements/requirements')).Requirements }));
const Systems = lazy(async () => ({ default: (await import('../systems/systems')).Systems }));
const SystemPanel = lazy(async () => ({ default: (await import('../systems/system-panel')).SystemPanel }));
const Matrix = lazy(async () => ({ default: (await import('../matrix/matrix')).Matrix }));
const CriteriaPage = lazy(async () => ({ default: (await import('../criteria/criteria-page')).CriteriaPage }));
const Risks = lazy(async () => ({ default: (await import('../risks/risks')).Risks }));

const FirstSteps = lazy(async () => ({ default: (await import('../first-steps/first-steps')).FirstSteps }));
const SettingsPage = lazy(async () => ({ default: (await import('../settings/settings-page')).SettingsPage }));
const StatementPage = lazy(async () => ({ default: (await import('../statement/statement-page')).StatementPage }));
const Nonconformities = lazy(async () => ({
  default: (await import('../improvement/nonconformities')).Nonconformities,
}));

/** While cells are being recounted the figures are read again by themselves. */
const POLL_MS = 5_000;

interface Props {
  sections: readonly Section[];
  projectId: string | null;
  /** Beside the title, where the scope is not the product's own page. */
  scopeTitle?: ReactNode;
  /** A part of the overview that only this page has. */
  below?: ReactNode;
  printable?: boolean;
}

/**
 * The page of a project or of the organisation. Those of its pages that show figures share one reading; pages of rows have a
 * reading of their own, and the figures are not read for them.
 */
export function ManagementPage({ sections, projectId, scopeTitle, below, printable = false }: Props) {
  const page = usePage();
  const [framework] = usePlace('framework');
  const container = useRef<HTMLDivElement>(null);
  const requirement = usePanel('requirement', container, ['system']);
  // Addresses of 0.1.0 tell a number without its framework.
  const openedRequirement = requirement.opened && {
    ...requirement.opened,
    id: requirementIdFrom(requirement.opened.id),
  };
  const system = usePanel('system', container, ['requirement']);
  const [asOfPlace, setAsOfPlace] = useState<HTMLElement | null>(null);
  const showsFigures = page === 'overview' || page === 'requirements' || page === 'first-steps';
  const figures = useProcedure(
    'coverage.overview',
    { projectId, trend: true, ...(framework === null ? {} : { framework }) },
    {
      enabled: showsFigures,
      pollMs: ({ updating }) => (updating > 0 ? POLL_MS : null),
    },
  );
  const navigates = sections === PROJECT_SECTIONS;

  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          <Heading size="large" as="h1">
            {navigates ? AI_MANAGEMENT : titleOf(sections, page)}
          </Heading>
          {scopeTitle && <span className={texts.subtle}>{scopeTitle}</span>}
        </div>
        <SearchBox projectId={projectId} />
        <div className={`${styles.tools} ${texts.aside}`}>
          <span ref={setAsOfPlace} />
          {printable && <LinkButton onClick={() => window.print()}>print</LinkButton>}
          <Suspense fallback={null}>
            <SetupLink />
          </Suspense>
        </div>
      </header>
      <AsOfPlace value={asOfPlace}>
        <div className={layout.split} ref={container}>
          <main className={layout.main} tabIndex={-1}>
            <Navigation sections={navigates ? sections : null} page={page}>
              <Suspense fallback={<Waiting />}>
                {showsFigures ? (
                  <FiguresView {...figures} refused={page === 'overview' && <Needs projectId={projectId} />}>
                    {(read) => (
                      <>
                        {page !== 'first-steps' && <FrameworkChoice figures={read} />}
                        {page === 'overview' && (
                          <Overview figures={read} projectId={projectId} below={below} onOpen={requirement.open} />
                        )}
                        {page === 'requirements' && (
                          <Requirements
                            figures={read}
                            onOpen={requirement.open}
                            opened={openedRequirement?.id ?? null}
                          />
                        )}
                        {page === 'first-steps' && <FirstSteps figures={read} />}
                      </>
                    )}
                  </FiguresView>
                ) : (
                  <Rows page={page} projectId={projectId} system={system} requirement={requirement} />
                )}
              </Suspense>
            </Navigation>
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

interface FiguresProps {
  reading: Reading<Figures>;
  retry: () => void;
  /** What stands there for whoever may not see the figures, below the words that say so. */
  refused: ReactNode;
  children: (figures: Figures) => ReactNode;
}

/** What is known stays on the screen while it is read again; figures that cannot be read are unknown, never 0. */
function FiguresView({ reading, retry, refused, children }: FiguresProps) {
  const timeZone = useTimeZone();
  if (reading.state === 'loading') return <Waiting what={LOADING_FIGURES} />;
  if (reading.state === 'failed' && reading.error.code === 'setup-not-started') return <NotSetUp />;
  if (reading.state === 'failed')
    return (
      <div className={layout.stack}>
        <ReadingFailure
          error={reading.error}
          title={
            reading.previous?.asOf
              ? figuresNotReadWords(instantWords(reading.previous.asOf, timeZone))
              : FIGURES_NOT_SHOWN
          }
          retry={retry}
        />
        {isRefused(reading.error) && refused}
      </div>
    );
  return (
    <>
      <AsOf fresh={reading.data} refreshing={reading.refreshing} onRefresh={retry} />
      {children(reading.data)}
    </>
  );
}

interface RowsProps {
  page: PageId;
  projectId: string | null;
  system: Panel;
  requirement: Panel;
}

/** A page that reads rows of its own. */
function Rows({ page, projectId, system, requirement }: RowsProps) {
  switch (page) {
    case 'systems':
      return <Systems projectId={projectId} onOpen={system.open} opened={system.opened?.id ?? null} />;
    case 'matrix':
      return <Matrix projectId={projectId} onOpen={system.open} onRequirement={requirement.open} />;
    case 'risks':
      return <Risks projectId={projectId} />;
    case 'improvement':
      return <Nonconformities projectId={projectId} />;
    case 'criteria':
      return <CriteriaPage />;
    case 'settings':
      return <SettingsPage />;
    case 'statement':
      return <StatementPage />;
    case 'needs':
      return <Needs projectId={projectId} isPage />;
    default:
      return null;
  }
}
