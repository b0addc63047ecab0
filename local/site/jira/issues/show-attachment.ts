import type { Attachment } from '../model/attached';
import { renderUser } from '../render';
import { jiraTime, type Site } from '../site';

/** An attachment as an entry of an issue's field `attachment`. */
export function showAttachment(site: Site, attachment: Attachment): Record<string, unknown> {
  const { id, filename, mimeType, size } = attachment;
  return {
    self: `${site.baseUrl}/rest/api/3/attachment/${id}`,
    id,
    filename,
    author: renderUser(site, attachment.author) ?? {},
    created: jiraTime(attachment.created),
    size,
    mimeType,
    content: `${site.baseUrl}/rest/api/3/attachment/content/${id}`,
  };
}

/** `AttachmentMetadata`: asked for alone, an attachment has a number for its id, and properties. */
export const showMetadata = (site: Site, attachment: Attachment): Record<string, unknown> => ({
  ...showAttachment(site, attachment),
  id: Number(attachment.id),
  properties: {},
});
