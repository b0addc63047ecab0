import { dayWords } from '../../../src/words/days';
import { type CoverageState, renewBefore } from './states';
import texts from './text.module.css';

/** Until when the evidence of a cell is current. */
export function Renewal({ cell }: { cell: { state: CoverageState; changesOn: string | null } }) {
  const day = renewBefore(cell);
  return day === null ? null : <span className={texts.aside}>renew before {dayWords(day)}</span>;
}
