import Heading from '@atlaskit/heading';
import { EFFECT_NOT_SHOWN, EFFECT_TITLE, effectWords, LOADING_EFFECT } from '../../../src/words/criteria';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { ReadView } from '../../shared/ui/read-view';

/** What an approval would do to the risks that are there, in counts, before anybody gives it. */
export function CriteriaEffect() {
  const { reading, retry } = useProcedure('criteria.effect', {});
  return (
    <section aria-labelledby="effect">
      <Heading size="xsmall" as="h3" id="effect">
        {EFFECT_TITLE}
      </Heading>
      <ReadView reading={reading} retry={retry} waiting={LOADING_EFFECT} failed={EFFECT_NOT_SHOWN}>
        {(effect) => (
          <ul>
            {effectWords(effect).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </ReadView>
    </section>
  );
}
