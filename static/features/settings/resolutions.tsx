import { SETTINGS_WORDS } from '../../../src/words/settings';
import texts from '../../shared/ui/text.module.css';
import type { PartProps } from './part';
import styles from './settings.module.css';

/** Which resolutions say that the work will never be done. Names differ from site to site, so people say it. */
export function Resolutions({ settings: { resolutions }, write }: PartProps) {
  const asked = resolutions.some(({ meaning }) => meaning === null);
  return (
    <>
      <fieldset className={styles.choices} disabled={write === null}>
        <legend className={texts.aside}>{SETTINGS_WORDS.neverDone}</legend>
        {resolutions.map(({ id, name, meaning, proposal }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={(meaning ?? proposal) === 'not-done'}
              onChange={(event) =>
                write?.({
                  key: `resolution/${id}`,
                  body: { means: event.currentTarget.checked ? 'not-done' : 'done' },
                })
              }
            />
            {name}
            {meaning === null && <span className={texts.subtle}>{SETTINGS_WORDS.onlyProposed}</span>}
          </label>
        ))}
      </fieldset>
      {asked && <p className={texts.aside}>{SETTINGS_WORDS.untilSaved}</p>}
    </>
  );
}
