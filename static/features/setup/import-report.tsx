import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import SectionMessage from '@atlaskit/section-message';
import Spinner from '@atlaskit/spinner';
import { useState } from 'react';
import type { Output } from '../../../src/contract/procedures';
import { countWords } from '../../../src/words/numbers';
import { useAction } from '../../shared/hooks/use-action';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { FailureBanner } from '../../shared/ui/failure-banner';
import layout from '../../shared/ui/layout.module.css';
import texts from '../../shared/ui/text.module.css';
import { DryRun } from './dry-run';
import styles from './setup.module.css';

const POLL_MS = 2_000;
/** What is told is cut here until somebody wants to see all that is listed. */
const FIRST_SHOWN = 20;

/** What an import would do, and, once applied, how far it is. It goes on when the page is left. */
export function ImportReport({ importId, onLeave }: { importId: string; onLeave: () => void }) {
  const { reading, retry } = useProcedure(
    'import.progress',
    { importId },
    {
      pollMs: (progress) => (progress.state === 'running' ? POLL_MS : null),
    },
  );
  const apply = useAction('import.apply');
  const applyNow = async () => {
    if ((await apply.run({ importId })) !== null) retry();
  };
  const isChecked = reading.state === 'loaded' && reading.data.state === 'staging';
  return (
    <section className={layout.stack} aria-labelledby="import-report">
      <Heading size="small" as="h2" id="import-report">
        {isChecked ? 'Check: nothing is changed yet' : 'Import'}
      </Heading>
      {reading.state === 'loading' && <Spinner label="Loading the import" />}
      {reading.state === 'failed' && (
        <FailureBanner error={reading.error} title="The import cannot be shown" onRetry={retry} />
      )}
      {reading.state === 'loaded' &&
        (reading.data.state === 'staging' ? (
          <DryRun
            importId={importId}
            applying={apply.action.state === 'working'}
            onApply={() => void applyNow()}
            onDiscarded={onLeave}
          />
        ) : (
          <Progress progress={reading.data} />
        ))}
      {apply.action.state === 'failed' && <FailureBanner error={apply.action.error} title="Nothing was imported" />}
      {!isChecked && (
        <div className={styles.buttons}>
          <Button onClick={onLeave}>Import another file</Button>
        </div>
      )}
    </section>
  );
}

function Progress({ progress }: { progress: Output<'import.progress'> }) {
  const { state, done, rows, created, updated, failed, told, more, error } = progress;
  const listed = [...failed.map((one) => ({ ...one, issue: null })), ...told];
  const all = listed.length + more;
  const [shown, setShown] = useState(FIRST_SHOWN);
  return (
    <>
      <progress className={styles.progress} value={done} max={rows || 1} aria-label="Rows done" />
      <p role="status">
        {done} of {rows} done: {created} created, {updated} updated
        {all > 0 && `, ${all} to look at`}
      </p>
      {state === 'running' && <p className={texts.aside}>You can leave this page; the import goes on.</p>}
      {state === 'done' && failed.length === 0 && (
        <SectionMessage appearance="success" title="The import is done">
          <p>The figures follow as soon as the new issues are counted.</p>
        </SectionMessage>
      )}
      {all > 0 && (
        <SectionMessage appearance="warning" title="Some rows need a look">
          <ul>
            {listed.slice(0, shown).map(({ line, message, issue }) => (
              <li key={`${line} ${issue?.key} ${message}`}>
                {line > 0 && `Line ${line}: `}
                {issue && `${issue.key} ${issue.summary}: `}
                {message}
              </li>
            ))}
          </ul>
          {all > shown && <p>and {countWords(all - shown)} more</p>}
          {listed.length > shown && (
            <Button onClick={() => setShown(listed.length)}>Show {countWords(listed.length)}</Button>
          )}
        </SectionMessage>
      )}
      {state === 'failed' && (
        <SectionMessage appearance="error" title="The import stopped">
          {error && (
            <p>
              {error.message} {error.remedy}
            </p>
          )}
          <p>What was imported stays. Import the same file again: rows that are there already are left alone.</p>
        </SectionMessage>
      )}
    </>
  );
}
