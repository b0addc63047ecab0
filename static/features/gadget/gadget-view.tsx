import { lazy, Suspense } from 'react';
import type { Output } from '../../../src/contract/procedures';
import { LOOK_HERE } from '../../../src/words/attention';
import { figureWords } from '../../../src/words/figures';
import { notAllowedWords, ORGANISATION_NOT_SHOWN } from '../../../src/words/not-allowed';
import { countWords } from '../../../src/words/numbers';
import {
  asOfWords,
  FIGURES_NOT_SHOWN,
  LOADING_FIGURES,
  NOTHING_STANDS_OUT,
  OPEN_MANAGEMENT,
} from '../../../src/words/screens/gadget';
import { isRefused } from '../../shared/bridge/call-error';
import { openManagement } from '../../shared/bridge/open-management';
import { useTimeZone } from '../../shared/bridge/time-zone';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { useScopeTitle } from '../../shared/hooks/use-scope-title';
import { ORGANISATION, type Scope } from '../../shared/scope';
import { instantWords } from '../../shared/ui/instant-words';
import { lookHereLines } from '../../shared/ui/look-here-lines';
import { type PopulationView, populationsOf } from '../../shared/ui/populations';
import { ReadView } from '../../shared/ui/read-view';
import { RowsLink, WayToRowsProvider } from '../../shared/ui/rows-link';
import { StateBar } from '../../shared/ui/state-bar';
import texts from '../../shared/ui/text.module.css';
import type { Trend } from '../../shared/ui/trend-chart';
import styles from './gadget.module.css';
import type { Settings } from './settings';

const TrendChart = lazy(async () => ({ default: (await import('../../shared/ui/trend-chart')).TrendChart }));

type Figures = Output<'coverage.overview'>;

/** Coverage of one scope on a dashboard: one invocation. */
export function GadgetView({ settings, loggedIn }: { settings: Settings; loggedIn: boolean }) {
  const timeZone = useTimeZone();
  const { projectId, showTrend, showLookHere } = settings;
  const { reading, retry } = useProcedure('coverage.overview', { projectId, trend: showTrend });
  const scope: Scope = projectId === null ? ORGANISATION : { kind: 'project', projectId };
  const title = useScopeTitle(scope);
  if (reading.state === 'failed' && isRefused(reading.error))
    return (
      <p className={styles.gadget} data-testid="gadget">
        {notAllowedWords(scope.kind, loggedIn)}
      </p>
    );
  return (
    <ReadView reading={reading} retry={retry} waiting={LOADING_FIGURES} failed={FIGURES_NOT_SHOWN}>
      {(figures) => (
        <WayToRowsProvider value={(place) => void openManagement(projectId, place)}>
          <div className={styles.gadget} data-testid="gadget">
            {title !== null && <p className={texts.aside}>{title}</p>}
            {figures.organisation === null && <p className={texts.aside}>{ORGANISATION_NOT_SHOWN}</p>}
            {populationsOf(figures).map((view) => (
              <Part key={view.population} {...view} trend={figures.trend} />
            ))}
            {showLookHere && <Look figures={figures} />}
            <p className={texts.aside}>
              {asOfWords(figures.asOf === null ? null : instantWords(figures.asOf, timeZone))} ·{' '}
              <RowsLink to={{}}>{OPEN_MANAGEMENT}</RowsLink>
            </p>
          </div>
        </WayToRowsProvider>
      )}
    </ReadView>
  );
}

function Part({
  heading,
  figure,
  unknown,
  counts,
  trend,
  population,
  rows,
  rowsOf,
}: PopulationView & { trend: Trend | null }) {
  return (
    <section aria-label={heading}>
      <h2 className={styles.head}>{heading}</h2>
      <p>
        <RowsLink to={rows}>{figureWords(figure, unknown)}</RowsLink>
      </p>
      <StateBar counts={counts} rowsOf={rowsOf} />
      {trend && figure.applicable > 0 && (
        <Suspense fallback={null}>
          <TrendChart trend={trend} population={population} />
        </Suspense>
      )}
    </section>
  );
}

/** Only what is not 0, so that the gadget stays small. */
function Look({ figures }: { figures: Figures }) {
  const lines = lookHereLines(figures.lookHere).filter(({ count }) => count > 0);
  return (
    <section aria-label={LOOK_HERE}>
      <h2 className={styles.head}>{LOOK_HERE}</h2>
      {lines.length === 0 && <p className={texts.subtle}>{NOTHING_STANDS_OUT}</p>}
      <ul className={styles.list}>
        {lines.map(({ id, count, words, to }) => (
          <li key={id}>
            <RowsLink to={to}>
              <strong>{countWords(count)}</strong> {words}
            </RowsLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
