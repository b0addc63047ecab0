import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import SectionMessage from '@atlaskit/section-message';
import Spinner from '@atlaskit/spinner';
import { useState } from 'react';
import type { Output } from '../../../src/contract/procedures';
import { andMoreWords, countWords } from '../../../src/words/numbers';
import {
  FIGURES_FOLLOW,
  IMPORT_ANOTHER,
  IMPORT_CHECKED,
  IMPORT_DONE,
  IMPORT_GOES_ON,
  IMPORT_NOT_SHOWN,
  IMPORT_STOPPED,
  LOADING_IMPORT,
  NOTHING_IMPORTED,
  ROWS_DONE,
  ROWS_TO_LOOK_AT,
  rowsDoneWords,
  WHAT_WAS_IMPORTED_STAYS,
} from '../../../src/words/screens/setup/import';
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
        {isChecked ? IMPORT_CHECKED : 'Import'}
      </Heading>
      {reading.state === 'loading' && <Spinner label={LOADING_IMPORT} />}
      {reading.state === 'failed' && <FailureBanner error={reading.error} title={IMPORT_NOT_SHOWN} onRetry={retry} />}
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
      {apply.action.state === 'failed' && <FailureBanner error={apply.action.error} title={NOTHING_IMPORTED} />}
      {!isChecked && (
        <div className={styles.buttons}>
          <Button onClick={onLeave}>{IMPORT_ANOTHER}</Button>
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
      <progress className={styles.progress} value={done} max={rows || 1} aria-label={ROWS_DONE} />
      <p role="status">{rowsDoneWords({ done, rows, created, updated, toLookAt: all })}</p>
      {state === 'running' && <p className={texts.aside}>{IMPORT_GOES_ON}</p>}
      {state === 'done' && failed.length === 0 && (
        <SectionMessage appearance="success" title={IMPORT_DONE}>
          <p>{FIGURES_FOLLOW}</p>
        </SectionMessage>
      )}
      {all > 0 && (
        <SectionMessage appearance="warning" title={ROWS_TO_LOOK_AT}>
          <ul>
            {listed.slice(0, shown).map(({ line, message, issue }) => (
              <li key={`${line} ${issue?.key} ${message}`}>
                {line > 0 && `Line ${line}: `}
                {issue && `${issue.key} ${issue.summary}: `}
                {message}
              </li>
            ))}
          </ul>
          {all > shown && <p>{andMoreWords(all - shown)}</p>}
          {listed.length > shown && (
            <Button onClick={() => setShown(listed.length)}>Show {countWords(listed.length)}</Button>
          )}
        </SectionMessage>
      )}
      {state === 'failed' && (
        <SectionMessage appearance="error" title={IMPORT_STOPPED}>
          {error && (
            <p>
              {error.message} {error.remedy}
            </p>
          )}
          <p>{WHAT_WAS_IMPORTED_STAYS}</p>
        </SectionMessage>
      )}
    </>
  );
}
