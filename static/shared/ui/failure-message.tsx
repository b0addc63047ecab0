import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import { TRY_AGAIN } from '../../../src/words/screens/shared/common';
import type { Failure } from '../bridge/failure';
import { FailureWords } from './failure-words';

/** A failure as Atlaskit's message. */
export function FailureMessage({ error, title, isRefusal = false, onRetry }: Failure) {
  return (
    <SectionMessage
      appearance={isRefusal ? 'information' : error.ref === null ? 'warning' : 'error'}
      title={title}
      {...(onRetry
        ? {
            actions: [
              <SectionMessageAction key="retry" onClick={onRetry}>
                {TRY_AGAIN}
              </SectionMessageAction>,
            ],
          }
        : {})}
    >
      <FailureWords error={error} isRefusal={isRefusal} />
    </SectionMessage>
  );
}
