import { lazy, Suspense } from 'react';
import type { Failure } from '../bridge/failure';
import { LinkButton } from './link-button';
import texts from './text.module.css';

/** The message is loaded when there is something to say; where even that fails, the words stand plain. */
const FailureMessage = lazy(() =>
  import('./failure-message').then(
    (loaded) => ({ default: loaded.FailureMessage }),
    () => ({ default: PlainFailure }),
  ),
);

/** What went wrong, what to do about it, and the reference for whoever reads the log. */
export function FailureBanner(failure: Failure) {
  return (
    <Suspense fallback={<PlainFailure {...failure} />}>
      <FailureMessage {...failure} />
    </Suspense>
  );
}

function PlainFailure({ error, title, onRetry }: Failure) {
  return (
    <div role="alert">
      <strong>{title}</strong>
      <p>{error.message}</p>
      <p>{error.remedy}</p>
      {error.ref !== null && <p className={texts.subtle}>Reference {error.ref}</p>}
      {onRetry && <LinkButton onClick={onRetry}>Try again</LinkButton>}
    </div>
  );
}
