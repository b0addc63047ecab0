import { dayWords } from '../../../src/words/days';
import { countWords } from '../../../src/words/numbers';
import {
  EARLIER,
  HISTORY_NOT_SHOWN,
  LOADING_HISTORY,
  NAMED_PAST_APP,
  NO_CHANGE,
  NOT_IN_SCOPE,
  pastAppLine,
} from '../../../src/words/screens/requirements/history';
import { AI_SYSTEMS } from '../../../src/words/screens/shared/common';
import { STATES } from '../../../src/words/states';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { ReadView } from '../../shared/ui/read-view';
import texts from '../../shared/ui/text.module.css';

/** What became of a requirement in the last 90 days, newest first. */
export function History({ projectId, requirementId }: { projectId: string | null; requirementId: string }) {
  const { reading, retry } = useProcedure('requirement.history', { projectId, requirementId });
  return (
    <ReadView reading={reading} retry={retry} waiting={LOADING_HISTORY} failed={HISTORY_NOT_SHOWN}>
      {({ changes, pastApp, earlier }) => (
        <>
          {changes.length === 0 && <p className={texts.subtle}>{NO_CHANGE}</p>}
          <ul>
            {changes.map(({ day, from, to, count }) => (
              <li key={`${day} ${from} ${to}`}>
                {dayWords(day)}: {from === null ? '' : `${STATES[from].word} → `}
                {to === null ? NOT_IN_SCOPE : STATES[to].word}
                {count > 1 && <span className={texts.subtle}>{` (${countWords(count)} ${AI_SYSTEMS})`}</span>}
              </li>
            ))}
          </ul>
          {pastApp.length > 0 && (
            <>
              <p className={texts.aside}>{NAMED_PAST_APP}</p>
              <ul>
                {pastApp.map((one) => (
                  <li key={`${one.day} ${one.named}`}>{pastAppLine(one)}</li>
                ))}
              </ul>
            </>
          )}
          {earlier && changes.length > 0 && <p className={texts.aside}>{EARLIER}</p>}
        </>
      )}
    </ReadView>
  );
}
