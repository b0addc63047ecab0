import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useState } from 'react';
import type { Output } from '../../../src/contract/procedures';
import {
  LOADING_RESOLUTIONS,
  NEVER_DONE_LEGEND,
  NOTHING_SAVED,
  ONLY_PROPOSED,
  RESOLUTIONS_NOT_SHOWN,
  SAVE_MEANINGS,
  UNTIL_SAVED,
} from '../../../src/words/screens/setup/settings';
import { useAction } from '../../shared/hooks/use-action';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { FailureBanner } from '../../shared/ui/failure-banner';
import layout from '../../shared/ui/layout.module.css';
import { ReadView } from '../../shared/ui/read-view';
import texts from '../../shared/ui/text.module.css';
import styles from './setup.module.css';

type Resolution = Output<'resolutions.read'>['resolutions'][number];

/** Which resolutions say that the work will never be done. Names differ from site to site, so people say it. */
export function Resolutions() {
  const { reading, retry } = useProcedure('resolutions.read', {});
  return (
    <section className={layout.stack} aria-labelledby="resolutions">
      <Heading size="small" as="h2" id="resolutions">
        Resolutions
      </Heading>
      <ReadView reading={reading} retry={retry} waiting={LOADING_RESOLUTIONS} failed={RESOLUTIONS_NOT_SHOWN}>
        {({ resolutions }) => <Choice resolutions={resolutions} onSaved={retry} />}
      </ReadView>
    </section>
  );
}

function Choice({ resolutions, onSaved }: { resolutions: readonly Resolution[]; onSaved: () => void }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(resolutions.filter((one) => (one.meaning ?? one.proposal) === 'not-done').map(({ id }) => id)),
  );
  const { action, run } = useAction('resolutions.choose');
  const asked = resolutions.filter(({ meaning }) => meaning === null).length;
  const save = async () => {
    const meanings = Object.fromEntries(
      resolutions.map(({ id }) => [id, chosen.has(id) ? ('not-done' as const) : ('done' as const)]),
    );
    if ((await run({ meanings })) !== null) onSaved();
  };
  const toggle = (id: string) =>
    setChosen((before) => new Set(before.has(id) ? [...before].filter((other) => other !== id) : [...before, id]));
  return (
    <>
      <fieldset className={styles.choices}>
        <legend>{NEVER_DONE_LEGEND}</legend>
        {resolutions.map(({ id, name, meaning }) => (
          <label key={id}>
            <input type="checkbox" checked={chosen.has(id)} onChange={() => toggle(id)} />
            {name}
            {meaning === null && <span className={texts.subtle}>{ONLY_PROPOSED}</span>}
          </label>
        ))}
      </fieldset>
      {asked > 0 && <p className={texts.aside}>{UNTIL_SAVED}</p>}
      <div className={styles.buttons}>
        <Button isLoading={action.state === 'working'} onClick={() => void save()}>
          {SAVE_MEANINGS}
        </Button>
      </div>
      {action.state === 'failed' && <FailureBanner error={action.error} title={NOTHING_SAVED} />}
    </>
  );
}
