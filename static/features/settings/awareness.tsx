import Textfield from '@atlaskit/textfield';
import { SETTINGS_WORDS } from '../../../src/words/settings';
import texts from '../../shared/ui/text.module.css';
import type { PartProps } from './part';
import styles from './settings.module.css';

/** How many of the policy's audience must have confirmed it (7.3). */
export function Awareness({ settings: { awareness }, write }: PartProps) {
  return (
    <div>
      <label className={texts.aside} htmlFor="awareness-percent">
        {SETTINGS_WORDS.percent}
      </label>
      <div className={styles.number}>
        <Textfield
          id="awareness-percent"
          type="number"
          min={50}
          max={100}
          isReadOnly={write === null}
          value={Number.isNaN(awareness.percent) ? '' : awareness.percent}
          onChange={(event) => write?.({ key: 'awareness', body: { percent: event.currentTarget.valueAsNumber } })}
        />
      </div>
    </div>
  );
}
