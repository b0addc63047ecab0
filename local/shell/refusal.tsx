import SectionMessage from '@atlaskit/section-message';
import type { Refused } from './site';

/** What Jira said when it refused. */
export function Refusal({ error }: { error: Refused }) {
  return (
    <div role="alert">
      <SectionMessage appearance="error">
        <p>{error.message}</p>
      </SectionMessage>
    </div>
  );
}
