import Button from '@atlaskit/button/new';
import DynamicTable from '@atlaskit/dynamic-table';
import { useState } from 'react';
import { Link } from '../../core/address';
import { momentOf } from '../../core/moment';
import { Page as PageFrame } from '../../core/page';
import { Loaded, Refusal } from '../../core/refusal';
import { asRefused, type Refused, useWiki, wiki } from '../../core/site';
import { useTitle } from '../../core/title';
import { addressOfEditor, type Listed, type PageHead, type Space } from '../confluence';
import { InSpace } from './in-space';

const HEAD = {
  cells: [
    { key: 'title', content: 'Draft', width: 50 },
    { key: 'when', content: 'Saved', width: 25 },
    { key: 'actions', content: <span className="unseen">Actions</span>, width: 25 },
  ],
};

/** What the person has begun to write in a space and not published. */
export function DraftsPage({ spaceKey }: { spaceKey: string }) {
  return <InSpace spaceKey={spaceKey}>{(space) => <Drafts space={space} />}</InSpace>;
}

function Drafts({ space }: { space: Space }) {
  const read = useWiki<Listed<PageHead>>(`/local/space/${space.key}/drafts?limit=250`);
  const [error, setError] = useState<Refused | null>(null);
  useTitle(`Drafts - ${space.name}`, 'Confluence');
  const discard = async ({ id }: PageHead) => {
    try {
      await wiki('DELETE', `/api/v2/pages/${id}?draft=true`);
      setError(null);
      read.reload();
    } catch (refused) {
      setError(asRefused(refused));
    }
  };
  return (
    <PageFrame title="Drafts" crumbs={[{ text: space.name, to: `/wiki/spaces/${space.key}` }]}>
      {error && <Refusal error={error} />}
      <Loaded read={read} label="Loading the drafts">
        {({ results }) => (
          <DynamicTable
            label="Drafts"
            head={HEAD}
            rowsPerPage={25}
            emptyView={<p className="subtle">You have no drafts in this space.</p>}
            rows={results.map((page) => ({
              key: page.id,
              cells: [
                {
                  key: 'title',
                  content: <Link to={addressOfEditor(space.key, page.id)}>{page.title || 'Without a title'}</Link>,
                },
                { key: 'when', content: momentOf(page.version.createdAt) },
                {
                  key: 'actions',
                  content: (
                    <Button spacing="compact" appearance="subtle" onClick={() => void discard(page)}>
                      Discard
                    </Button>
                  ),
                },
              ],
            }))}
          />
        )}
      </Loaded>
    </PageFrame>
  );
}
