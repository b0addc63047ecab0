import { numberOf } from '../../../src/contract/requirement-id';
import { systemsShareWords } from '../../../src/words/figures';
import { STATES } from '../../../src/words/states';
import { StateIcon } from './state-icon';
import { toneOf } from './state-tone';
import type { CoverageState } from './states';
import styles from './states.module.css';
import texts from './text.module.css';

interface Props {
  requirementId: string;
  title: string;
  state: CoverageState;
  systems?: { implemented: number; due: number } | null;
  /** Opens the reasons; without it the tile is a picture. */
  onOpen: ((by: HTMLElement) => void) | null;
}

/** One requirement as sign, number and, for what every AI system has to meet, how many of them do. */
export function StateTile({ requirementId, title, state, systems = null, onOpen }: Props) {
  const share = systems && systems.due > 0 ? `, ${systemsShareWords(systems)}` : '';
  const words = `${title}: ${STATES[state].word}${share}`;
  const number = numberOf(requirementId);
  const looks = { className: `${styles.tile} ${toneOf(state)}`, 'data-requirement': number, title: words };
  const content = (
    <>
      <StateIcon state={state} />
      <strong>{number}</strong>
      <span className={texts.hidden}>{` ${words}`}</span>
      {share !== '' && (
        <span aria-hidden="true">
          {systems?.implemented}/{systems?.due}
        </span>
      )}
    </>
  );
  if (onOpen === null)
    return (
      <span role="img" aria-label={`${number} ${words}`} {...looks}>
        {content}
      </span>
    );
  return (
    <button type="button" {...looks} onClick={(event) => onOpen(event.currentTarget)}>
      {content}
    </button>
  );
}
