import Heading from '@atlaskit/heading';
import type { Output } from '../../../src/contract/procedures';
import { READERS_NOTES, READERS_TITLE, SHOWN_TO_LEGEND, SHOWN_TO_WORDS } from '../../../src/words/readers';
import { NOTHING_CHANGED } from '../../../src/words/screens/nothing-done';
import { LOADING_SETTINGS, SETTINGS_NOT_SHOWN } from '../../../src/words/screens/setup/settings';
import { useAction } from '../../shared/hooks/use-action';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { FailureBanner } from '../../shared/ui/failure-banner';
import layout from '../../shared/ui/layout.module.css';
import { ReadView } from '../../shared/ui/read-view';
import texts from '../../shared/ui/text.module.css';
import styles from './setup.module.css';

type FiguresShownTo = Output<'settings.read'>['figuresShownTo'];
const LEVELS = Object.keys(SHOWN_TO_WORDS) as FiguresShownTo[];

/** Who sees figures in Confluence beside the people who hold the permission. */
export function Readers() {
  const { reading, retry } = useProcedure('settings.read', {});
  const { action, run } = useAction('settings.save');
  const change = async (figuresShownTo: FiguresShownTo) => {
    await run({ figuresShownTo });
    retry();
  };
  const isBusy = action.state === 'working';
  return (
    <section className={layout.stack} aria-label={READERS_TITLE}>
      <Heading size="small" as="h2">
        {READERS_TITLE}
      </Heading>
      <ReadView reading={reading} retry={retry} waiting={LOADING_SETTINGS} failed={SETTINGS_NOT_SHOWN}>
        {({ figuresShownTo }) => (
          <>
            <fieldset className={styles.choices} aria-busy={isBusy}>
              <legend>{SHOWN_TO_LEGEND}</legend>
              {LEVELS.map((level) => (
                <label key={level}>
                  <input
                    type="radio"
                    name="figures-shown-to"
                    checked={figuresShownTo === level}
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
          </>
        )}
      </ReadView>
      {action.state === 'failed' && <FailureBanner error={action.error} title={NOTHING_CHANGED} />}
    </section>
  );
}
