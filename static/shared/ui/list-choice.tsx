import { countWords } from '../../../src/words/numbers';
import styles from './list-choice.module.css';

interface Props<Id extends string> {
  label: string;
  choices: readonly { id: Id; word: string; count: number | null }[];
  chosen: Id | null;
  onChoose: (id: Id) => void;
}

/** A row of lists with their counts, of which one is shown. */
export function ListChoice<Id extends string>({ label, choices, chosen, onChoose }: Props<Id>) {
  return (
    <fieldset className={styles.choice} aria-label={label}>
      {choices.map(({ id, word, count }) => (
        <button
          key={id}
          type="button"
          className={styles.chip}
          aria-pressed={id === chosen}
          onClick={() => onChoose(id)}
        >
          {word}
          {count !== null && <span className={styles.count}> {countWords(count)}</span>}
        </button>
      ))}
    </fieldset>
  );
}
