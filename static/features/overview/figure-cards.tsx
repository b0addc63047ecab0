import Heading from '@atlaskit/heading';
import { lazy, type ReactNode, Suspense } from 'react';
import { dayWords } from '../../../src/words/days';
import { ORGANISATION_NOT_SHOWN } from '../../../src/words/not-allowed';
import { counted, countWords } from '../../../src/words/numbers';
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
          <Card
            key={view.population}
            {...view}
            explanation="Met once for the whole organisation."
            trend={figures.trend}
          />
        ) : (
          <Card
            key={view.population}
            {...view}
            explanation={`One for each AI system and each requirement that is due for it or already met.${newSystems(figures)}`}
            trend={figures.trend}
          >
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
    <section className={layout.card} aria-label="Organisation requirements">
      <Heading size="xsmall" as="h2">
        Organisation requirements
      </Heading>
      <p className={texts.subtle}>{ORGANISATION_NOT_SHOWN}</p>
    </section>
  );
}

/** "+3 AI systems since 1 Aug 2026": a share that falls because there is more to do is no loss. */
function newSystems({ trend, systems }: Figures): string {
  const first = trend?.points[0];
  if (!first || trend.points.length < 2) return '';
  const more = systems.inScope - first.systems;
  if (more === 0) return '';
  const sign = more > 0 ? '+' : '−';
  return ` ${sign}${counted(Math.abs(more), 'AI system', 'AI systems')} since ${dayWords(first.day)}.`;
}

function Stages({ systems: { inScope, total, byStage } }: { systems: Figures['systems'] }) {
  const stages = Object.keys(STAGE_WORDS).filter((stage) => (byStage[stage] ?? 0) > 0);
  return (
    <dl className={`${styles.stages} ${texts.small}`} aria-label="AI systems by stage">
      {stages.map((stage) => (
        <div key={stage}>
          <dt>{STAGE_WORDS[stage]}</dt>
          <dd>
            <RowsLink
              to={stage === 'out-of-scope' ? { page: 'systems', list: stage } : { page: 'systems', stage }}
              label={`${countWords(byStage[stage] ?? 0)} in ${STAGE_WORDS[stage]}: show them`}
            >
              {countWords(byStage[stage] ?? 0)}
            </RowsLink>
          </dd>
        </div>
      ))}
      {total > inScope && (
        <div className={texts.subtle}>
          <dt>In all</dt>
          <dd>
            <RowsLink to={{ page: 'systems' }} label={`${countWords(total)} in all: show them`}>
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
          Nothing applicable
        </p>
      ) : (
        <p className={styles.figure} data-testid="figure">
          <RowsLink to={rows} title="Show what is implemented">
            <strong>{countWords(figure.implemented)}</strong> of {countWords(figure.applicable)} implemented
          </RowsLink>
          {unknown !== '' && <span className={texts.overdue}> · {unknown}</span>}
          <span className={texts.subtle}>
            {' '}
            · {figure.verified === 0 ? 'No conclusions recorded' : `${countWords(figure.verified)} of them verified`}
          </span>
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
