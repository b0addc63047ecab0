import '../styles/editor.css';
import Select from '@atlaskit/select';
import { useState } from 'react';
import { addressOfPage, EMPTY_DOCUMENT, type Listed, type PageHead, type Space } from '../confluence/confluence';
import { treeChanged } from '../confluence/tree/tree-change';
import { go, useQuery } from '../core/address';
import { Loaded } from '../core/refusal';
import { dataOf, useWiki, wiki } from '../core/site';
import { useTitle } from '../core/title';
import { type Draft, PageForm } from './page-form';
import { DRAFT_VERSION, putPage } from './put-page';

/** Writes a new page; it exists when it is published, and before as a draft if it is saved. Below the start page of the space, or the page `?parent=` names. */
export default function NewPage({ spaceKey }: { spaceKey: string | null }) {
  const wanted = useQuery('space') ?? spaceKey;
  const spaces = useWiki<Listed<Space>>('/api/v2/spaces?limit=250&status=current');
  useTitle('New page', 'Confluence');
  return (
    <Loaded read={spaces} label="Loading the spaces">
      {({ results }) => <NewForm spaces={results} wanted={wanted} />}
    </Loaded>
  );
}

function NewForm({ spaces, wanted }: { spaces: readonly Space[]; wanted: string | null }) {
  const parent = useQuery('parent');
  const [chosen, setChosen] = useState<Space | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const space = chosen ?? spaces.find(({ key }) => key === wanted) ?? spaces[0];
  const above = dataOf(useWiki<PageHead>(parent === null ? null : `/api/v2/pages/${parent}`));
  if (!space) return <p className="page">There is no space in which you may write.</p>;
  const parentId = above?.spaceId === space.id ? above.id : space.homepageId;
  /** Makes the page, or sends the next state of the draft that it is. @returns its id */
  const put = async (draft: Draft, status: 'current' | 'draft'): Promise<string> => {
    if (saved !== null) {
      await putPage(saved, status, draft, DRAFT_VERSION);
      return saved;
    }
    const { id } = await wiki<PageHead>('POST', '/api/v2/pages', {
      spaceId: space.id,
      status,
      title: draft.title,
      ...(parentId ? { parentId } : {}),
      body: { representation: 'atlas_doc_format', value: JSON.stringify(draft.document) },
    });
    return id;
  };
  const publish = async (draft: Draft) => {
    const id = await put(draft, 'current');
    treeChanged();
    go(addressOfPage(space.key, id));
  };
  return (
    <PageForm
      title=""
      document={EMPTY_DOCUMENT}
      page={{ pageId: '', spaceId: space.id, spaceKey: space.key }}
      publish="Publish"
      hasMessage={false}
      before={
        <div className="new-page-place">
          <label htmlFor="new-page-space">Space</label>
          <Select<Space>
            inputId="new-page-space"
            spacing="compact"
            options={spaces}
            value={space}
            isDisabled={saved !== null}
            getOptionValue={({ key }) => key}
            getOptionLabel={({ name }) => name}
            onChange={setChosen}
          />
          {above && above.spaceId === space.id && <span className="subtle">below “{above.title}”</span>}
        </div>
      }
      onPublish={publish}
      onSaveDraft={async (draft) => setSaved(await put(draft, 'draft'))}
      onCancel={() => history.back()}
    />
  );
}
