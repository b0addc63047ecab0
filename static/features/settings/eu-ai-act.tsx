import TextArea from '@atlaskit/textarea';
import { SETTINGS_WORDS } from '../../../src/words/settings';
import texts from '../../shared/ui/text.module.css';
import type { PartProps } from './part';
import styles from './settings.module.css';

const ANSWERS = [
  [true, SETTINGS_WORDS.applies],
  [false, SETTINGS_WORDS.appliesNot],
] as const;

/** Whether the EU AI Act applies to the organisation: yes, unless it says no with a reason. */
export function EuAiAct({ settings: { euAiAct }, write }: PartProps) {
  const { applies, reason } = euAiAct;
  const set = (body: typeof euAiAct) => write?.({ key: 'eu-ai-act', body });
  return (
    <>
      <fieldset className={styles.choices} disabled={write === null}>
        <legend className={texts.aside}>{SETTINGS_WORDS.aboutEuAiAct}</legend>
        {ANSWERS.map(([answer, words]) => (
          <label key={words}>
            <input
              type="radio"
              name="eu-ai-act"
              checked={applies === answer}
              onChange={() => set({ applies: answer, reason: answer ? '' : reason })}
            />
            {words}
          </label>
        ))}
      </fieldset>
      {!applies && write && (
        <TextArea
          aria-label={SETTINGS_WORDS.reason}
          placeholder={SETTINGS_WORDS.reason}
          minimumRows={2}
          maxLength={1_000}
          value={reason}
          onChange={(event) => set({ applies, reason: event.currentTarget.value })}
        />
      )}
      {!applies && !write && <p className={texts.words}>{reason}</p>}
    </>
  );
}
