import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import SectionMessage from '@atlaskit/section-message';
import Spinner from '@atlaskit/spinner';
import { useEffect } from 'react';
import type { Output } from '../../../src/contract/procedures';
import {
  BACK_TO_SETUP,
  LOADING_PROGRESS,
  PROGRESS_NOT_SHOWN,
  PROJECT_IS_SET_UP,
  RUN_STOPPED,
  SET_UP_ANOTHER,
  SETTING_UP,
  STEPS_DONE,
  stepsDoneWords,
  WHAT_IS_DONE_STAYS,
  WHERE_FIGURES_ARE,
  WORK_GOES_ON,
} from '../../../src/words/screens/setup/run';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { FailureBanner } from '../../shared/ui/failure-banner';
import layout from '../../shared/ui/layout.module.css';
import texts from '../../shared/ui/text.module.css';
import styles from './setup.module.css';

const POLL_MS = 1_500;

interface Props {
  runId: string;
  onDone: () => void;
  onLeave: () => void;
}

/** How far a run is. It runs in the background: leaving the page stops nothing. */
export function RunProgress({ runId, onDone, onLeave }: Props) {
  const { reading, retry } = useProcedure(
    'setup.progress',
    { runId },
    {
      pollMs: (run) => (run.state === 'running' ? POLL_MS : null),
    },
  );
  const state = reading.state === 'loaded' ? reading.data.state : null;
  useEffect(() => {
    if (state === 'done') onDone();
  }, [state, onDone]);
  return (
    <section className={layout.stack} aria-labelledby="run">
      <Heading size="small" as="h2" id="run">
        {SETTING_UP}
      </Heading>
      {reading.state === 'loading' && <Spinner label={LOADING_PROGRESS} />}
      {reading.state === 'failed' && (
        <>
          <FailureBanner error={reading.error} title={PROGRESS_NOT_SHOWN} onRetry={retry} />
          <Button onClick={onLeave}>{BACK_TO_SETUP}</Button>
        </>
      )}
      {reading.state === 'loaded' && <Run run={reading.data} onLeave={onLeave} />}
    </section>
  );
}

function Run({ run, onLeave }: { run: Output<'setup.progress'>; onLeave: () => void }) {
  const done = run.steps.filter((step) => step.outcome === 'done').length;
  const next = run.steps.find((step) => step.outcome === 'not-executed');
  return (
    <>
      <progress className={styles.progress} value={done} max={run.steps.length} aria-label={STEPS_DONE} />
      <p role="status">{stepsDoneWords(done, run.steps.length, run.state === 'running' && next ? next.what : null)}</p>
      {run.state === 'done' && (
        <SectionMessage appearance="success" title={PROJECT_IS_SET_UP}>
          <p>{WHERE_FIGURES_ARE}</p>
        </SectionMessage>
      )}
      {run.state === 'failed' && (
        <SectionMessage appearance="error" title={RUN_STOPPED}>
          {run.steps.map(
            (step) =>
              step.error && (
                <p key={step.id}>
                  <strong>{step.what}</strong>: {step.error.message} {step.error.remedy}
                </p>
              ),
          )}
          <p>{WHAT_IS_DONE_STAYS}</p>
        </SectionMessage>
      )}
      {run.state === 'running' ? (
        <p className={texts.aside}>{WORK_GOES_ON}</p>
      ) : (
        <Button onClick={onLeave}>{SET_UP_ANOTHER}</Button>
      )}
    </>
  );
}
