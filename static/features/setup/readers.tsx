import Heading from '@atlaskit/heading';
import type { Output } from '../../../src/contract/procedures';
import { READERS_NOTES, READERS_TITLE, SHOWN_TO_LEGEND, SHOWN_TO_WORDS } from '../../../src/words/readers';
import { NOTHING_CHANGED } from '../../../src/words/screens/nothing-done';
import { useAction } from '../../shared/hooks/use-action';
import { FailureBanner } from '../../shared/ui/failure-banner';
import layout from '../../shared/ui/layout.module.css';
import texts from '../../shared/ui/text.module.css';
import styles from './setup.module.css';

type FiguresShownTo = Output<'settings.read'>['figuresShownTo'];
const LEVELS = Object.keys(SHOWN_TO_WORDS) as FiguresShownTo[];

interface Props {
  settings: Output<'settings.read'>;
  onSaved: () => void;
}

/** Who sees figures in Confluence beside the people who hold the permission. */
export function Readers({ settings: { figuresShownTo: shownTo }, onSaved }: Props) {
  const { action, run } = useAction('settings.save');
  const change = async (figuresShownTo: FiguresShownTo) => {
    await run({ figuresShownTo });
    onSaved();
  };
  const isBusy = action.state === 'working';
  return (
    <section className={layout.stack} aria-label={READERS_TITLE}>
      <Heading size="small" as="h2">
        {READERS_TITLE}
      </Heading>
      <fieldset className={styles.choices} aria-busy={isBusy}>
        <legend>{SHOWN_TO_LEGEND}</legend>
        {LEVELS.map((level) => (
          <label key={level}>
            <input
              type="radio"
              name="figures-shown-to"
              checked={shownTo === level}
              onChange={() => !isBusy && void change(level)}
            />
            {SHOWN_TO_WORDS[level]}
          </label>
        ))}
      </fieldset>
      {READERS_NOTES.map((words) => (
        <p key={words} className={texts.aside}>
          {words}
        </p>
      ))}
      {action.state === 'failed' && <FailureBanner error={action.error} title={NOTHING_CHANGED} />}
    </section>
  );
}
