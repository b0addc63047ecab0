import Button from '@atlaskit/button/new';
import EditIcon from '@atlaskit/icon/core/edit';
import { useCallback } from 'react';
import { AdfView, type DrawMacro } from '../../adf/adf-view';
import { go } from '../../core/address';
import { Page as PageFrame } from '../../core/page';
import { Loaded } from '../../core/refusal';
import { dataOf, useWiki } from '../../core/site';
import { useTitle } from '../../core/title';
import { addressOfEditor, addressOfPage, documentOf, type Operations, type Page, type Space } from '../confluence';
import { MacroView } from '../macro/macro-view';
import { InSpace } from '../spaces/in-space';
import { Byline } from './byline';
import { PageAttachments } from './page-attachments';
import { PageMenu } from './page-menu';
import { RestrictionsButton } from './restrictions-button';
import { useTrail } from './use-trail';

/** A page as it is read. */
export function PageView({ spaceKey, pageId }: { spaceKey: string; pageId: string }) {
  const read = useWiki<Page>(`/api/v2/pages/${pageId}?body-format=atlas_doc_format`);
  return (
    <InSpace spaceKey={spaceKey}>
      {(space) => (
        <div className="page-read">
          <Loaded read={read} label="Loading the page">
            {(page) => <ReadPage space={space} page={page} onChanged={read.reload} />}
          </Loaded>
        </div>
      )}
    </InSpace>
  );
}

function ReadPage({ space, page, onChanged }: { space: Space; page: Page; onChanged: () => void }) {
  useTitle(`${page.title} - ${space.name}`, 'Confluence');
  const operations = dataOf(useWiki<Operations>(`/api/v2/pages/${page.id}/operations`))?.operations ?? [];
  const trail = useTrail(page.id);
  const may = (operation: string) => operations.some((one) => one.operation === operation);
  const isArchived = page.status === 'archived';
  return (
    <PageFrame
      title={page.title}
      crumbs={[
        { text: space.name, to: `/wiki/spaces/${space.key}` },
        ...trail.map(({ id, title }) => ({ text: title, to: addressOfPage(space.key, id) })),
      ]}
      actions={
        <>
          {may('update') && !isArchived && (
            <Button iconBefore={EditIcon} onClick={() => go(addressOfEditor(space.key, page.id))}>
              Edit
            </Button>
          )}
          <RestrictionsButton page={page} mayChange={may('restrict_content')} />
          <PageMenu space={space} page={page} may={may} onChanged={onChanged} />
        </>
      }
    >
      <Byline page={page} />
      <PageBody space={space} page={page} />
      <PageAttachments page={page} mayChange={may('update') && !isArchived} />
    </PageFrame>
  );
}

/** The text of a page with the app's macros in their frames. */
export function PageBody({ space, page }: { space: Space; page: Page }) {
  const drawMacro = useCallback<DrawMacro>(
    (node, body) => (
      <MacroView node={node} body={body} page={{ pageId: page.id, spaceId: space.id, spaceKey: space.key }} />
    ),
    [page.id, space.id, space.key],
  );
  const document = documentOf(page);
  if (document.content.length === 0) return <p className="subtle">This page has no text yet.</p>;
  return <AdfView document={document} drawMacro={drawMacro} />;
}
