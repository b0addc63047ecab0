import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import type { CallError } from './call';

/** What went wrong, what to do about it, and the reference for whoever reads the log. */
export function FailureBanner({ error, title, onRetry }: { error: CallError; title: string; onRetry?: () => void }) {
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
