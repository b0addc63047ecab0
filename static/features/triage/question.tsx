import TextArea from '@atlaskit/textarea';
import type { Triage } from '../../../controls/decisions';
import type { Input } from '../../../src/contract/procedures';
import { TRIAGE_ANSWER_WORDS, TRIAGE_WORDS } from '../../../src/words/triage';
import texts from '../../shared/ui/text.module.css';
import styles from './triage.module.css';

export type Given = Omit<Input<'triage.edit'>['answers'][number], 'question'>;

const ANSWERS = Object.keys(TRIAGE_ANSWER_WORDS) as Given['answer'][];

interface Props {
  question: Triage['questions'][number];
  /** Null while it has no answer. */
  given: Given | null;
  /** Null for who only reads. */
  onChange: ((given: Given) => void) | null;
}

/** One question with its help, an example of each answer, the answer and its reason. */
export function Question({ question, given, onChange }: Props) {
  const { number, text, help, yes, no, reasonHint } = question;
  // In the legend, for a list's own number stands beside the first line below it.
  const headed = `${number}. ${text}`;
  if (onChange === null)
    return (
      <li>
        <strong>{headed}</strong> {given && TRIAGE_ANSWER_WORDS[given.answer]}
        {given && <p className={styles.words}>{given.reason}</p>}
      </li>
    );
  return (
    <li>
      <fieldset className={styles.question}>
        <legend>{headed}</legend>
        <p className={texts.aside}>{help}</p>
        <p className={texts.aside}>{`${TRIAGE_WORDS.example} “${TRIAGE_ANSWER_WORDS.yes}”: ${yes}`}</p>
        <p className={texts.aside}>{`${TRIAGE_WORDS.example} “${TRIAGE_ANSWER_WORDS.no}”: ${no}`}</p>
        <div className={styles.answers}>
          {ANSWERS.map((answer) => (
            <label key={answer}>
              <input
                type="radio"
                name={`triage-${question.id}`}
                checked={given?.answer === answer}
                onChange={() => onChange({ answer, reason: given?.reason ?? '' })}
              />
              {TRIAGE_ANSWER_WORDS[answer]}
            </label>
          ))}
        </div>
        {given && (
          <TextArea
            aria-label={`${TRIAGE_WORDS.reason} ${number}`}
            placeholder={reasonHint}
            minimumRows={2}
            maxLength={1_000}
            value={given.reason}
            onChange={(event) => onChange({ ...given, reason: event.currentTarget.value })}
          />
        )}
      </fieldset>
    </li>
  );
}
