import { lazy, type ReactNode, Suspense } from 'react';
import { showStateWords, TWO_FIGURES } from '../../../src/words/screens/overview/figures';
import { ANNEX_A_CONTROLS } from '../../../src/words/screens/shared/common';
import { STATES } from '../../../src/words/states';
import type { Opener } from '../../shared/hooks/use-panel';
import layout from '../../shared/ui/layout.module.css';
import { FiguresNotice } from '../../shared/ui/notice';
import { RowsLink } from '../../shared/ui/rows-link';
import { StateLozenge } from '../../shared/ui/state-lozenge';
import { WORST_FIRST } from '../../shared/ui/states';
import texts from '../../shared/ui/text.module.css';
import { Needs } from '../needs/needs';
import { FigureCards } from './figure-cards';
import type { Figures } from './figures';
import { LookHere } from './look-here';
import styles from './overview.module.css';
import { Strip } from './strip';

const Gone = lazy(async () => ({ default: (await import('./gone')).Gone }));
const NoSystemYet = lazy(async () => ({ default: (await import('./no-system-yet')).NoSystemYet }));

interface Props {
  figures: Figures;
  projectId: string | null;
  /** A part that only one of the pages has. */
  below: ReactNode;
  onOpen: Opener;
}

/** Both populations, never added, what needs a look, and a strip of tiles for each clause and group of controls. */
export function Overview({ figures, projectId, below, onOpen }: Props) {
  return (
    <div className={layout.stack}>
      {figures.gone.length > 0 && (
        <Suspense fallback={null}>
          <Gone gone={figures.gone} />
        </Suspense>
      )}
      {(figures.asOf === null || figures.systems.total === 0) && (
        <Suspense fallback={null}>
          <NoSystemYet figures={figures} projectId={projectId} />
        </Suspense>
      )}
      {figures.organisation !== null && <p className={texts.subtle}>{TWO_FIGURES}</p>}
      <div className={styles.cards}>
        <FigureCards figures={figures} />
        <div className={styles.column}>
          <LookHere lookHere={figures.lookHere} />
          <Needs projectId={projectId} />
        </div>
      </div>
      {below}
      <Strip kind="clause" heading="Clauses" figures={figures} onOpen={onOpen} />
      <Strip kind="control" heading={ANNEX_A_CONTROLS} figures={figures} onOpen={onOpen} />
      <Legend />
      <FiguresNotice />
    </div>
  );
}

function Legend() {
  return (
    <section aria-label="Legend" className={styles.legend}>
      {[...WORST_FIRST].map((state) => (
        <RowsLink key={state} to={{ page: 'requirements', state }} title={showStateWords(STATES[state].meaning)}>
          <StateLozenge state={state} />
        </RowsLink>
      ))}
    </section>
  );
}
