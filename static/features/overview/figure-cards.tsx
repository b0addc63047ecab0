import Heading from '@atlaskit/heading';
import { lazy, type ReactNode, Suspense } from 'react';
import { byTriageWords, ORGANISATION_REQUIREMENTS } from '../../../src/words/figures';
import { ORGANISATION_NOT_SHOWN } from '../../../src/words/not-allowed';
import { countWords } from '../../../src/words/numbers';
import {
  IN_ALL,
  MET_ONCE,
  metByEachWords,
  NOTHING_APPLICABLE,
  SHOW_IMPLEMENTED,
  SYSTEMS_BY_STAGE,
  showAllWords,
  showStageWords,
  verifiedWords,
} from '../../../src/words/screens/overview/figures';
import layout from '../../shared/ui/layout.module.css';
import { type PopulationView, populationsOf } from '../../shared/ui/populations';
import { RowsLink } from '../../shared/ui/rows-link';
import { STAGE_WORDS } from '../../shared/ui/stages';
import { StateBar } from '../../shared/ui/state-bar';
import texts from '../../shared/ui/text.module.css';
import type { Trend } from '../../shared/ui/trend-chart';
import type { Figures } from './figures';
import styles from './overview.module.css';

const TrendChart = lazy(async () => ({ default: (await import('../../shared/ui/trend-chart')).TrendChart }));

export function FigureCards({ figures }: { figures: Figures }) {
  return (
    <>
      {figures.organisation === null && <NotShown />}
      {populationsOf(figures).map((view) =>
        view.population === 'organisation' ? (
          <Card key={view.population} {...view} explanation={MET_ONCE} trend={figures.trend} />
        ) : (
          <Card key={view.population} {...view} explanation={metByEach(figures)} trend={figures.trend}>
            <Stages systems={figures.systems} />
          </Card>
        ),
      )}
    </>
  );
}

/** Stands where the organisation's card does for those who may see it. */
function NotShown() {
  return (
    <section className={layout.card} aria-label={ORGANISATION_REQUIREMENTS}>
      <Heading size="xsmall" as="h2">
        {ORGANISATION_REQUIREMENTS}
      </Heading>
      <p className={texts.subtle}>{ORGANISATION_NOT_SHOWN}</p>
    </section>
  );
}

/** With how many AI systems there are more or fewer since the line begins, where there is a line. */
function metByEach({ trend, systems }: Figures): string {
  const [first, second] = trend?.points ?? [];
  return metByEachWords(first && second ? { systems: systems.inScope - first.systems, since: first.day } : null);
}

function Stages({ systems: { inScope, total, byStage } }: { systems: Figures['systems'] }) {
  const stages = Object.keys(STAGE_WORDS).filter((stage) => (byStage[stage] ?? 0) > 0);
  return (
    <dl className={`${styles.stages} ${texts.small}`} aria-label={SYSTEMS_BY_STAGE}>
      {stages.map((stage) => (
        <div key={stage}>
          <dt>{STAGE_WORDS[stage]}</dt>
          <dd>
            <RowsLink
              to={stage === 'out-of-scope' ? { page: 'systems', list: stage } : { page: 'systems', stage }}
              label={showStageWords(byStage[stage] ?? 0, STAGE_WORDS[stage] ?? '')}
            >
              {countWords(byStage[stage] ?? 0)}
            </RowsLink>
          </dd>
        </div>
      ))}
      {total > inScope && (
        <div className={texts.subtle}>
          <dt>{IN_ALL}</dt>
          <dd>
            <RowsLink to={{ page: 'systems' }} label={showAllWords(total)}>
              {countWords(total)}
            </RowsLink>
          </dd>
        </div>
      )}
    </dl>
  );
}

interface CardProps extends PopulationView {
  explanation: string;
  trend: Trend | null;
  children?: ReactNode;
}

function Card({ heading, explanation, figure, unknown, counts, trend, population, rows, rowsOf, children }: CardProps) {
  return (
    <section className={layout.card} aria-label={heading}>
      <Heading size="xsmall" as="h2">
        {heading}
      </Heading>
      {figure.applicable === 0 ? (
        <p className={styles.figure} data-testid="figure">
          {NOTHING_APPLICABLE}
        </p>
      ) : (
        <p className={styles.figure} data-testid="figure">
          <RowsLink to={rows} title={SHOW_IMPLEMENTED}>
            <strong>{countWords(figure.implemented)}</strong> of {countWords(figure.applicable)} implemented
            {byTriageWords(figure.byTriage ?? 0)}
          </RowsLink>
          {unknown !== '' && <span className={texts.overdue}> · {unknown}</span>}
          <span className={texts.subtle}>{` · ${verifiedWords(figure.verified)}`}</span>
        </p>
      )}
      <StateBar counts={counts} rowsOf={rowsOf} />
      <p className={texts.aside}>{explanation}</p>
      {trend && figure.applicable > 0 && (
        <Suspense fallback={<div className={styles.trendPlace} />}>
          <TrendChart trend={trend} population={population} stacked />
        </Suspense>
      )}
      {children}
    </section>
  );
}
