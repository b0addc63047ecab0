import Button from '@atlaskit/button/new';
import DynamicTable from '@atlaskit/dynamic-table';
import { useState } from 'react';
import { Confirm } from '../../core/confirm';
import { momentOf } from '../../core/moment';
import { Page as PageFrame } from '../../core/page';
import { useNameOf } from '../../core/people';
import { Loaded, Refusal } from '../../core/refusal';
import { asRefused, type Refused, useWiki, wiki } from '../../core/site';
import { useTitle } from '../../core/title';
import type { Listed, Page, PageHead, Space } from '../confluence';
import { treeChanged } from '../tree/tree-change';
import { InSpace } from './in-space';

const HEAD = {
  cells: [
    { key: 'title', content: 'Page', width: 35 },
    { key: 'who', content: 'Changed last by', width: 20 },
    { key: 'when', content: 'Changed last', width: 20 },
    { key: 'actions', content: <span className="unseen">Actions</span>, width: 25 },
  ],
};

/** The pages of a space that were deleted, to be taken back or to be deleted for ever. */
export function TrashPage({ spaceKey }: { spaceKey: string }) {
  return <InSpace spaceKey={spaceKey}>{(space) => <Trash space={space} />}</InSpace>;
}

function Trash({ space }: { space: Space }) {
  const read = useWiki<Listed<PageHead>>(`/api/v2/spaces/${space.id}/pages?status=trashed&limit=250`);
  const nameOf = useNameOf();
  const [error, setError] = useState<Refused | null>(null);
  const [purging, setPurging] = useState<PageHead | null>(null);
  useTitle(`Trash - ${space.name}`, 'Confluence');
  const restore = async ({ id }: PageHead) => {
    try {
      const page = await wiki<Page>('GET', `/api/v2/pages/${id}?body-format=atlas_doc_format`);
      await wiki('PUT', `/api/v2/pages/${id}`, {
        id,
        status: 'current',
        title: page.title,
        body: { representation: 'atlas_doc_format', value: page.body.atlas_doc_format?.value ?? '' },
        version: { number: page.version.number + 1 },
      });
      setError(null);
      treeChanged();
      read.reload();
    } catch (refused) {
      setError(asRefused(refused));
    }
  };
  return (
    <PageFrame title="Trash" crumbs={[{ text: space.name, to: `/wiki/spaces/${space.key}` }]}>
      {error && <Refusal error={error} />}
      <Loaded read={read} label="Loading the trash">
        {({ results }) => (
          <DynamicTable
            label="Pages in the trash"
            head={HEAD}
            rowsPerPage={25}
            emptyView={<p className="subtle">The trash is empty.</p>}
            rows={results.map((page) => ({
              key: page.id,
              cells: [
                { key: 'title', content: page.title },
                { key: 'who', content: nameOf(page.version.authorId) },
                { key: 'when', content: momentOf(page.version.createdAt) },
                {
                  key: 'actions',
                  content: (
                    <span className="buttons">
                      <Button spacing="compact" onClick={() => void restore(page)}>
                        Restore
                      </Button>
                      <Button spacing="compact" appearance="subtle" onClick={() => setPurging(page)}>
                        Delete for ever
                      </Button>
                    </span>
                  ),
                },
              ],
            }))}
          />
        )}
      </Loaded>
      {purging && (
        <Confirm
          title={`Delete “${purging.title}” for ever?`}
          action="Delete for ever"
          onClose={() => setPurging(null)}
          onConfirm={async () => {
            await wiki('DELETE', `/api/v2/pages/${purging.id}?purge=true`);
            read.reload();
          }}
        >
          The page, its versions and its files cannot be brought back.
        </Confirm>
      )}
    </PageFrame>
  );
}
