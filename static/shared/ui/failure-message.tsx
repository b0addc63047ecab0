import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import type { Failure } from '../bridge/failure';
import texts from './text.module.css';

/** A failure as Atlaskit's message. That somebody may not see something is no fault: nothing is to be tried again or looked up. */
export function FailureMessage({ error, title, onRetry }: Failure) {
  const isRefused = error.code === 'not-allowed';
  return (
    <div role={isRefused ? 'status' : 'alert'}>
      <SectionMessage
        appearance={isRefused ? 'information' : error.ref === null ? 'warning' : 'error'}
        title={title}
        {...(onRetry && !isRefused
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
        {error.ref !== null && !isRefused && <p className={texts.subtle}>Reference {error.ref}</p>}
      </SectionMessage>
    </div>
  );
}
