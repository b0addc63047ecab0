import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import type { ReactNode } from 'react';
import type { Read, Refused } from './site';
import { Waiting } from './waiting';

/** What a product said when it refused, with the way to ask again. */
export function Refusal({ error, onRetry }: { error: Refused; onRetry?: () => void }) {
  return (
    <div role="alert">
      <SectionMessage
        appearance="error"
        actions={onRetry ? <SectionMessageAction onClick={onRetry}>Try again</SectionMessageAction> : []}
      >
        <p>{error.message}</p>
      </SectionMessage>
    </div>
  );
}

interface Props<T> {
  read: Read<T>;
  /** What is being waited for, such as "Loading projects". */
  label: string;
  children: (data: T) => ReactNode;
}

/** Shows what was read; a spinner before, the refusal instead. */
export function Loaded<T>({ read: { reading, reload }, label, children }: Props<T>) {
  if (reading.state === 'loading') return <Waiting label={label} />;
  if (reading.state === 'refused') return <Refusal error={reading.error} onRetry={reload} />;
  return <>{children(reading.data)}</>;
}
