import { NOT_COUNTED_YET } from '../../../src/words/screens/shared/reading';
import { isDue, STATES } from '../../../src/words/states';
import { toneOf } from '../../shared/ui/state-tone';
import styles from './matrix.module.css';
import type { Head } from './use-matrix';

/** A cell without the colours of a state. */
const UNSTATED = `${styles.cell} ${styles.sign}`;

/** How one state looks and is read in one column. The row's head names the AI system. */
export interface CellLook {
  sign: string;
  className: string;
  label: string;
  due: boolean;
  done: boolean;
}

/** For each column the looks by letter: written once, so that a row in motion writes none. */
export type Columns = readonly { id: string; looks: Readonly<Record<string, CellLook>>; uncounted: CellLook }[];

export function columnsOf(head: Head): Columns {
  return head.requirements.map(({ id, title }) => {
    const name = `${id} ${title}`;
    const looks = Object.entries(head.letters).map(([letter, state]): [string, CellLook] => [
      letter,
      {
        sign: STATES[state].sign,
        className: `${UNSTATED} ${toneOf(state)}`,
        label: `${name}: ${STATES[state].word}`,
        due: isDue(state),
        done: state === 'implemented' || state === 'verified',
      },
    ]);
    return {
      id,
      looks: Object.fromEntries(looks),
      uncounted: {
        sign: '',
        className: UNSTATED,
        label: `${name}: ${NOT_COUNTED_YET}`,
        due: false,
        done: false,
      },
    };
  });
}
