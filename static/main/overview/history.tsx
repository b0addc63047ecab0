import { counted, countWords } from '../../shared/count';
import { dayWords } from '../../shared/days';
import { pastAppWords } from '../../shared/past-app-words';
import { ReadView } from '../../shared/read-view';
import { STATES } from '../../shared/states';
import { useProcedure } from '../../shared/use-procedure';

/** What became of a requirement in the last 90 days, newest first. */
export function History({ projectId, requirementId }: { projectId: string | null; requirementId: string }) {
  const { reading, retry } = useProcedure('requirement.history', { projectId, requirementId });
  return (
    <ReadView reading={reading} retry={retry} waiting="Loading the history" failed="The history cannot be shown">
      {({ changes, pastApp, earlier }) => (
        <>
          {changes.length === 0 && <p className="subtle">No change of state in the last 90 days.</p>}
          <ul>
            {changes.map(({ day, from, to, count }) => (
              <li key={`${day} ${from} ${to}`}>
                {dayWords(day)}: {from === null ? '' : `${STATES[from].word} → `}
                {to === null ? 'out of scope' : STATES[to].word}
                {count > 1 && <span className="subtle"> ({countWords(count)} cells)</span>}
              </li>
            ))}
          </ul>
          {pastApp.length > 0 && (
            <>
              <p className="subtle small">
                Issue properties name this requirement, or no longer do, and Jira shows nobody who wrote that:
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
          {earlier && changes.length > 0 && <p className="subtle small">There is history before that.</p>}
        </>
      )}
    </ReadView>
  );
}
