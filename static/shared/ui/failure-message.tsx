import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import type { Failure } from '../bridge/failure';

/** A failure as Atlaskit's message. */
export function FailureMessage({ error, title, onRetry }: Failure) {
  return (
    <div role="alert">
      <SectionMessage
        appearance={error.ref === null ? 'warning' : 'error'}
        title={title}
        {...(onRetry
          ? {
              actions: [
                <SectionMessageAction key="retry" onClick={onRetry}>
                  Try again
                </SectionMessageAction>,
              ],
            }
          : {})}
      >
        <p>{error.message}</p>
        <p>{error.remedy}</p>
        {error.ref !== null && <p className="subtle">Reference {error.ref}</p>}
      </SectionMessage>
    </div>
  );
}
