import Heading from '@atlaskit/heading';
import { FileRows } from '../../core/file-list';
import { useSession } from '../../core/session';
import { rest, upload } from '../../core/site';
import type { Attachment, Issue } from '../jira';

/** The files of an issue. */
export function IssueAttachments({ issue, onChanged }: { issue: Issue; onChanged: () => void }) {
  const { accountId } = useSession();
  const attachments = (issue.fields.attachment ?? []) as Attachment[];
  const add = async (files: FileList) => {
    await upload('POST', `/rest/api/3/issue/${issue.key}/attachments`, files);
    onChanged();
  };
  const remove = async (id: string) => {
    await rest('DELETE', `/attachment/${id}`);
    onChanged();
  };
  return (
    <section aria-labelledby="attachments">
      <Heading size="small" as="h2" id="attachments">
        Attachments
      </Heading>
      <FileRows
        files={attachments.map(({ id, filename, size, author, created }) => ({
          id,
          name: filename,
          size,
          author: author.displayName,
          created,
          href: `/rest/api/3/attachment/content/${id}?redirect=false`,
        }))}
        {...(accountId === null ? {} : { onAdd: add, onRemove: ({ id }) => remove(id) })}
      />
    </section>
  );
}
