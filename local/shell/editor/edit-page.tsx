import '../styles/editor.css';
import { addressOfPage, documentOf, type Page, type Space } from '../confluence/confluence';
import { InSpace } from '../confluence/spaces/in-space';
import { treeChanged } from '../confluence/tree/tree-change';
import { go } from '../core/address';
import { Loaded } from '../core/refusal';
import { useWiki, wiki } from '../core/site';
import { useTitle } from '../core/title';
import { type Draft, PageForm } from './page-form';

/** Edits a page that exists; publishing makes the next version. */
export default function EditPage({ spaceKey, pageId }: { spaceKey: string; pageId: string }) {
  const read = useWiki<Page>(`/api/v2/pages/${pageId}?body-format=atlas_doc_format`);
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
  const publish = async ({ title, document, message }: Draft, overwrite: boolean) => {
    const base = overwrite ? await wiki<Page>('GET', `/api/v2/pages/${page.id}`) : page;
    await wiki('PUT', `/api/v2/pages/${page.id}`, {
      id: page.id,
      status: 'current',
      title,
      body: { representation: 'atlas_doc_format', value: JSON.stringify(document) },
      version: { number: base.version.number + 1, ...(message === '' ? {} : { message }) },
    });
    treeChanged();
    go(address);
  };
  return (
    <PageForm
      title={page.title}
      document={documentOf(page)}
      page={{ pageId: page.id, spaceId: space.id, spaceKey: space.key }}
      publish="Publish"
      hasMessage
      onPublish={publish}
      onCancel={() => go(address)}
    />
  );
}
