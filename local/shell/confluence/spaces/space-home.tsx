import EmptyState from '@atlaskit/empty-state';
import type { Space } from '../confluence';
import { PageView } from '../page/page-view';
import { InSpace } from './in-space';

/** The start page of a space. */
export function SpaceHome({ spaceKey }: { spaceKey: string }) {
  return (
    <InSpace spaceKey={spaceKey}>
      {({ homepageId, name }: Space) =>
        homepageId ? (
          <PageView spaceKey={spaceKey} pageId={homepageId} />
        ) : (
          <EmptyState header={name} description="The space has no start page. Choose a page on the left." />
        )
      }
    </InSpace>
  );
}
