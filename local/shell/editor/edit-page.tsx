import '../styles/editor.css';
import { addressOfPage, documentOf, type Page, type Space } from '../confluence/confluence';
import { InSpace } from '../confluence/spaces/in-space';
import { treeChanged } from '../confluence/tree/tree-change';
import { go } from '../core/address';
import { Loaded } from '../core/refusal';
import { useWiki, wiki } from '../core/site';
import { useTitle } from '../core/title';
import { type Draft, PageForm } from './page-form';
import { DRAFT_VERSION, putPage } from './put-page';

/** Edits a page that exists; publishing makes the next version, or of a draft the first. */
export default function EditPage({ spaceKey, pageId }: { spaceKey: string; pageId: string }) {
  const read = useWiki<Page>(`/api/v2/pages/${pageId}?body-format=atlas_doc_format&get-draft=true`);
  return (
    <InSpace spaceKey={spaceKey}>
      {(space) => (
        <Loaded read={read} label="Loading the page">
          {(page) => <EditForm space={space} page={page} />}
        </Loaded>
      )}
    </InSpace>
  );
}

function EditForm({ space, page }: { space: Space; page: Page }) {
  useTitle(`Edit ${page.title}`, 'Confluence');
  const address = addressOfPage(space.key, page.id);
  const isDraft = page.status === 'draft';
  const publish = async (draft: Draft, overwrite: boolean) => {
    const base = overwrite ? await wiki<Page>('GET', `/api/v2/pages/${page.id}`) : page;
    await putPage(page.id, 'current', draft, isDraft ? DRAFT_VERSION : base.version.number + 1);
    treeChanged();
    go(address);
  };
  return (
    <PageForm
      title={page.title}
      document={documentOf(page)}
      page={{ pageId: page.id, spaceId: space.id, spaceKey: space.key }}
      publish="Publish"
      hasMessage={!isDraft}
      onPublish={publish}
      {...(isDraft ? { onSaveDraft: (draft) => putPage(page.id, 'draft', draft, DRAFT_VERSION) } : {})}
      onCancel={() => go(isDraft ? `/wiki/spaces/${space.key}/drafts` : address)}
    />
  );
}
