import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { lazy, Suspense, useState } from 'react';
import { usePlace } from '../../shared/place';
import { Waiting } from '../../shared/waiting';

const SetUpForm = lazy(async () => ({ default: (await import('./set-up-form')).SetUpForm }));
const RunProgress = lazy(async () => ({ default: (await import('./run-progress')).RunProgress }));

/**
 * Setting up a project is asked for: most visits only look at what is there, and the form is the heavy part of the page.
 * A run goes on when this page is left.
 */
export function Setup({ onApplied }: { onApplied: () => void }) {
  const [runId, rememberRun] = usePlace('run');
  const [open, setOpen] = useState(false);
  if (runId !== null) {
    const leave = () => {
      setOpen(false);
      rememberRun(null);
    };
    return (
      <Suspense fallback={<Waiting what="Loading the progress" />}>
        <RunProgress runId={runId} onDone={onApplied} onLeave={leave} />
      </Suspense>
    );
  }
  return (
    <section className="set-up" aria-labelledby="set-up">
      <Heading size="small" as="h2" id="set-up">
        Set up a project
      </Heading>
      {open ? (
        <Suspense fallback={<Waiting what="Loading the form" />}>
          <SetUpForm onStarted={rememberRun} />
        </Suspense>
      ) : (
        <p className="buttons">
          <Button appearance="primary" onClick={() => setOpen(true)}>
            Set up a project
          </Button>
        </p>
      )}
    </section>
  );
}
