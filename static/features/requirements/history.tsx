import { dayWords } from '../../../src/words/days';
import { counted, countWords } from '../../../src/words/numbers';
import { pastAppWords } from '../../../src/words/past-app';
import { STATES } from '../../../src/words/states';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { ReadView } from '../../shared/ui/read-view';
import texts from '../../shared/ui/text.module.css';

/** What became of a requirement in the last 90 days, newest first. */
export function History({ projectId, requirementId }: { projectId: string | null; requirementId: string }) {
  const { reading, retry } = useProcedure('requirement.history', { projectId, requirementId });
  return (
    <ReadView reading={reading} retry={retry} waiting="Loading the history" failed="The history cannot be shown">
      {({ changes, pastApp, earlier }) => (
        <>
          {changes.length === 0 && <p className={texts.subtle}>No change of state in the last 90 days.</p>}
          <ul>
            {changes.map(({ day, from, to, count }) => (
              <li key={`${day} ${from} ${to}`}>
                {dayWords(day)}: {from === null ? '' : `${STATES[from].word} → `}
                {to === null ? 'out of scope' : STATES[to].word}
                {count > 1 && <span className={texts.subtle}> ({countWords(count)} AI systems)</span>}
              </li>
            ))}
          </ul>
          {pastApp.length > 0 && (
            <>
              <p className={texts.aside}>
                Something other than this app named this requirement on issues, or took it off, and Jira shows nobody
                who:
              </p>
              <ul>
                {pastApp.map(({ day, named, count }) => (
                  <li key={`${day} ${named}`}>
                    {named ? 'Added to ' : 'Taken off '}
                    {counted(count, 'issue', 'issues')}: {pastAppWords(day)}
                  </li>
                ))}
              </ul>
            </>
          )}
          {earlier && changes.length > 0 && <p className={texts.aside}>There is history before that.</p>}
        </>
      )}
    </ReadView>
  );
}
