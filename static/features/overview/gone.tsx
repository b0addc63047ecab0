import SectionMessage from '@atlaskit/section-message';
import { MISSING_IN_JIRA, STANDS_AS_READ } from '../../../src/words/screens/overview/beginning';

/** What Jira no longer has and figures rest on: they stand still, and say so. */
export function Gone({ gone }: { gone: readonly string[] }) {
  return (
    <SectionMessage appearance="warning" title={MISSING_IN_JIRA}>
      <p>{`${gone.join(', ')}. ${STANDS_AS_READ}`}</p>
    </SectionMessage>
  );
}
