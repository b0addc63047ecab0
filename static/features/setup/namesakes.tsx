import type { Output } from '../../../src/contract/procedures';
import { ABOUT_NAMESAKES, adoptWords, USE_WHAT_YOU_HAVE, usedByWords } from '../../../src/words/screens/setup/plan';
import texts from '../../shared/ui/text.module.css';
import styles from './setup.module.css';

type Namesake = Output<'setup.plan'>['namesakes'][number];

interface Props {
  namesakes: readonly Namesake[];
  /** Refs of those that are used. */
  adopted: readonly string[];
  disabled: boolean;
  onChange: (adopted: string[]) => void;
}

/**
 * What the site has of a name that the app would give. It stays as it is and the app makes its own beside it, unless the
 * administrator ticks it; then the plan is made again.
 */
export function Namesakes({ namesakes, adopted, disabled, onChange }: Props) {
  if (namesakes.length === 0) return null;
  return (
    <fieldset className={styles.choices} disabled={disabled}>
      <legend>{USE_WHAT_YOU_HAVE}</legend>
      <p className={texts.aside}>{ABOUT_NAMESAKES}</p>
      {namesakes.map(({ ref, what, usedBy, adds }) => (
        <label key={ref}>
          <input
            type="checkbox"
            checked={adopted.includes(ref)}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? [...adopted, ref] : adopted.filter((other) => other !== ref))
            }
          />
          <span>
            {adoptWords(what)} <span className={texts.subtle}>{usedByWords(usedBy, adds)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
