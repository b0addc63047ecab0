import { lazy, Suspense } from 'react';
import { TRY_AGAIN } from '../../../src/words/screens/shared/common';
import type { Failure } from '../bridge/failure';
import { FailureWords } from './failure-words';
import { LinkButton } from './link-button';

/** The message is loaded when there is something to say; where even that fails, the words stand plain. */
const FailureMessage = lazy(() =>
  import('./failure-message').then(
    (loaded) => ({ default: loaded.FailureMessage }),
    () => ({ default: PlainFailure }),
  ),
);

/** Says that something failed, or that somebody may not see it. */
export function FailureBanner(failure: Failure) {
  return (
    <div role={failure.isRefusal ? 'status' : 'alert'}>
      <Suspense fallback={<PlainFailure {...failure} />}>
        <FailureMessage {...failure} />
      </Suspense>
    </div>
  );
}

function PlainFailure({ error, title, isRefusal = false, onRetry }: Failure) {
  return (
    <>
      <strong>{title}</strong>
      <FailureWords error={error} isRefusal={isRefusal} />
      {onRetry && <LinkButton onClick={onRetry}>{TRY_AGAIN}</LinkButton>}
    </>
  );
}
