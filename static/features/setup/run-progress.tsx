import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import SectionMessage from '@atlaskit/section-message';
import Spinner from '@atlaskit/spinner';
import { useEffect } from 'react';
import type { Output } from '../../../src/contract/procedures';
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
        Setting up
      </Heading>
      {reading.state === 'loading' && <Spinner label="Loading the progress" />}
      {reading.state === 'failed' && (
        <>
          <FailureBanner error={reading.error} title="The progress cannot be shown" onRetry={retry} />
          <Button onClick={onLeave}>Back to setup</Button>
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
      <progress className={styles.progress} value={done} max={run.steps.length} aria-label="Steps done" />
      <p role="status">
        {done} of {run.steps.length} steps done
        {run.state === 'running' && next && `, now: ${next.what}`}
      </p>
      {run.state === 'done' && (
        <SectionMessage appearance="success" title="The project is set up">
          <p>Its issues are being read. The figures are on the project’s page “AI management”.</p>
        </SectionMessage>
      )}
      {run.state === 'failed' && (
        <SectionMessage appearance="error" title="The run stopped">
          {run.steps.map(
            (step) =>
              step.error && (
                <p key={step.id}>
                  <strong>{step.what}</strong>: {step.error.message} {step.error.remedy}
                </p>
              ),
          )}
          <p>What is done stays. Show the plan again: it goes on from there.</p>
        </SectionMessage>
      )}
      {run.state === 'running' ? (
        <p className={texts.aside}>You can leave this page; the work goes on.</p>
      ) : (
        <Button onClick={onLeave}>Set up another project</Button>
      )}
    </>
  );
}
