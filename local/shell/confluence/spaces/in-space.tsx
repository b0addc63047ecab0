import EmptyState from '@atlaskit/empty-state';
import type { ReactNode } from 'react';
import { Loaded } from '../../core/refusal';
import type { Space } from '../confluence';
import { useSpace } from './use-space';

/** Reads the space of a key and says so when there is none for this person. */
export function InSpace({ spaceKey, children }: { spaceKey: string; children: (space: Space) => ReactNode }) {
  const read = useSpace(spaceKey);
  return (
    <Loaded read={read} label="Loading the space">
      {({ results: [space] }) =>
        space ? (
          children(space)
        ) : (
          <EmptyState
            header="There is no such space for you"
            description={`The space ${spaceKey} does not exist, or you may not see it.`}
          />
        )
      }
    </Loaded>
  );
}
