import { FileRows } from '../../core/file-list';
import { Panel } from '../../core/panel';
import { useNameOf } from '../../core/people';
import { Loaded } from '../../core/refusal';
import { upload, useWiki, wiki } from '../../core/site';
import type { Attachment, Listed, Page } from '../confluence';

/** The files of a page. */
export function PageAttachments({ page, mayChange }: { page: Page; mayChange: boolean }) {
  const read = useWiki<Listed<Attachment>>(`/api/v2/pages/${page.id}/attachments?limit=250`);
  const nameOf = useNameOf();
  const add = async (files: FileList) => {
    // A file of a name that is there becomes its next version.
    await upload('PUT', `/wiki/rest/api/content/${page.id}/child/attachment`, files);
    read.reload();
  };
  const remove = async (id: string) => {
    await wiki('DELETE', `/api/v2/attachments/${id}`);
    read.reload();
  };
  return (
    <div className="page-files">
      <Panel name="page-attachments" title="Attachments">
        <Loaded read={read} label="Loading the files">
          {({ results }) => (
            <FileRows
              files={results.map(({ id, title, fileSize, downloadLink, version }) => ({
                id,
                name: title,
                size: fileSize,
                author: nameOf(version.authorId),
                created: version.createdAt,
                href: `/wiki${downloadLink}`,
              }))}
              {...(mayChange ? { onAdd: add, onRemove: ({ id }) => remove(id) } : {})}
            />
          )}
        </Loaded>
      </Panel>
    </div>
  );
}
