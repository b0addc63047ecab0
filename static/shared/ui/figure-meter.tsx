import type { Figure } from '../../../src/domain/coverage/tile';
import { byTriageWords, laterWords } from '../../../src/words/figures';
import { countWords } from '../../../src/words/numbers';
import { NONE_DUE_YET } from '../../../src/words/screens/shared/parts';
import styles from './figure-meter.module.css';
import texts from './text.module.css';

/**
 * "10 of 15", or "10 of 15, 1 by triage, 2 unknown", or "1 of 1, 24 not due yet", with a bar over the whole way; nothing is due where the
 * denominator is 0.
 */
export function FigureMeter({ figure }: { figure: Figure }) {
  const { implemented, applicable, unknown = 0, byTriage = 0, later = 0 } = figure;
  if (applicable === 0) return <span className={texts.subtle}>{later > 0 ? NONE_DUE_YET : 'none due'}</span>;
  return (
    <span className={styles.meter}>
      <span aria-hidden="true" className={styles.bar}>
        <span style={{ width: `${(100 * implemented) / (applicable + later)}%` }} />
      </span>
      <span>
        {countWords(implemented)} of {countWords(applicable)}
        {byTriageWords(byTriage)}
        {unknown > 0 && `, ${countWords(unknown)} unknown`}
        {laterWords(later)}
      </span>
    </span>
  );
}
