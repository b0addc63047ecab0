import type { Call } from '../call';
import type { Attachment, AttachmentVersion } from '../model/attached';
import { showUser } from '../routes/people';
import { isoTime, type Site } from '../site';
import { versionOf } from './change';

/** Where a version of the file is, below the address of Confluence. */
export const downloadLink = ({ pageId, title }: Attachment, { number, createdAt }: AttachmentVersion): string =>
  `/download/attachments/${pageId}/${encodeURIComponent(title)}?version=${number}&modificationDate=${createdAt}&cacheVersion=1&api=v2`;

const webLink = ({ id, pageId }: Attachment): string =>
  `/pages/viewpageattachments.action?pageId=${pageId}&preview=${id}`;

export const showVersion = (version: AttachmentVersion) => ({
  number: version.number,
  authorId: version.authorId,
  message: version.comment,
  minorEdit: version.minorEdit,
  createdAt: isoTime(version.createdAt),
});

/** `AttachmentBulk`, and `AttachmentSingle` with what `more` adds. */
export function showAttachment(
  site: Site,
  attachment: Attachment,
  version = versionOf(site, attachment),
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    id: attachment.id,
    status: version.number === attachment.version ? attachment.status : 'historical',
    title: attachment.title,
    createdAt: isoTime(attachment.createdAt),
    pageId: attachment.pageId,
    mediaType: version.mediaType,
    mediaTypeDescription: version.mediaType,
    comment: version.comment,
    fileId: attachment.fileId,
    fileSize: version.size,
    webuiLink: webLink(attachment),
    downloadLink: downloadLink(attachment, version),
    version: showVersion(version),
    ...more,
    _links: { webui: webLink(attachment), download: downloadLink(attachment, version), base: site.base },
  };
}

/** An attachment as `Content` of version 1. */
export function showContent({ site }: Call, attachment: Attachment): Record<string, unknown> {
  const version = versionOf(site, attachment);
  const { mediaType, size, comment } = version;
  return {
    id: attachment.id,
    type: 'attachment',
    status: attachment.status,
    title: attachment.title,
    version: {
      by: showUser(site, version.authorId),
      when: isoTime(version.createdAt),
      friendlyWhen: '',
      message: comment,
      number: version.number,
      minorEdit: version.minorEdit,
    },
    macroRenderedOutput: {},
    metadata: { comment, mediaType },
    extensions: { mediaType, fileSize: size, comment, mediaTypeDescription: mediaType, fileId: attachment.fileId },
    _expandable: { container: `/rest/api/content/${attachment.pageId}` },
    _links: {
      webui: webLink(attachment),
      self: `${site.base}/rest/api/content/${attachment.id}`,
      download: downloadLink(attachment, version),
    },
  };
}
