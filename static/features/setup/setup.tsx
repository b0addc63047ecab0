import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { lazy, Suspense, useState } from 'react';
import { LOADING_FORM, SET_UP_A_PROJECT } from '../../../src/words/screens/setup/page';
import { LOADING_PROGRESS } from '../../../src/words/screens/setup/run';
import { usePlace } from '../../shared/place';
import { Waiting } from '../../shared/ui/waiting';
import styles from './setup.module.css';

const SetUpForm = lazy(async () => ({ default: (await import('./set-up-form')).SetUpForm }));
const RunProgress = lazy(async () => ({ default: (await import('./run-progress')).RunProgress }));

/**
 * Setting up a project is asked for: most visits only look at what is there, and the form is the heavy part of the page.
 * A run goes on when this page is left.
 */
export function Setup({ onApplied }: { onApplied: () => void }) {
  const [runId, rememberRun] = usePlace('run');
  // Null as long as nobody has opened the form: focus goes back to the button only from a form that was closed.
  const [open, setOpen] = useState<boolean | null>(null);
  if (runId !== null) {
    const leave = () => {
      setOpen(false);
      rememberRun(null);
    };
    return (
      <Suspense fallback={<Waiting what={LOADING_PROGRESS} />}>
        <RunProgress runId={runId} onDone={onApplied} onLeave={leave} />
      </Suspense>
    );
  }
  return (
    <section className={styles.setUp} aria-labelledby="set-up">
      {open ? (
        <>
          <Heading size="small" as="h2" id="set-up">
            {SET_UP_A_PROJECT}
          </Heading>
          <Suspense fallback={<Waiting what={LOADING_FORM} />}>
            <SetUpForm onStarted={rememberRun} onClose={() => setOpen(false)} />
          </Suspense>
        </>
      ) : (
        <p className={styles.buttons}>
          <Button id="set-up" appearance="primary" autoFocus={open === false} onClick={() => setOpen(true)}>
            {SET_UP_A_PROJECT}
          </Button>
        </p>
      )}
    </section>
  );
}
