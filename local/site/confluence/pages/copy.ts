import { addAttachment, addVersion, namesake, versionOf } from '../attachments/change';
import type { Call } from '../call';
import type { Page, Space } from '../model/entities';
import { changePage, newestVersion } from './change';
import { createPage } from './create';
import { publishPage } from './events';

/** What of a page goes along with its title and body. */
export interface Along {
  readonly copyAttachments: boolean;
  readonly copyPermissions: boolean;
  readonly copyProperties: boolean;
  readonly copyLabels: boolean;
}

/** Copies a page as it stands to a new one, whose history begins with the copy. */
export function copyPage(
  call: Call,
  from: Page,
  to: { space: Space; parentId: string | null; title: string },
  along: Along,
): Page {
  const made = createPage(call, to.space, {
    title: to.title,
    parentId: to.parentId,
    body: newestVersion(call.site, from).body,
    ...(along.copyPermissions ? { restrictions: from.restrictions } : {}),
  });
  return finish(call, from, made, along);
}

/** Copies a page over one that exists, as its next version. */
export function copyOver(call: Call, from: Page, over: Page, title: string, along: Along): Page {
  const changed = changePage(call, over, {
    title,
    body: newestVersion(call.site, from).body,
    number: over.version + 1,
    message: '',
    parentId: over.parentId,
    ownerId: undefined,
  });
  const { restrictions } = along.copyPermissions ? from : changed;
  return finish(call, from, call.site.store.pages.put({ ...changed, restrictions }), along);
}

function finish(call: Call, from: Page, to: Page, along: Along): Page {
  if (along.copyProperties) copyProperties(call, from, to);
  if (along.copyAttachments) copyAttachments(call, from, to);
  const labelIds = along.copyLabels ? [...new Set([...to.labelIds, ...from.labelIds])] : to.labelIds;
  const copied = call.site.store.pages.put({ ...to, labelIds });
  publishPage(call, 'copied', copied, { originContentId: from.id });
  return copied;
}

/** Everybody's properties, those of apps too: the copy's begin with their first version. */
function copyProperties(call: Call, from: Page, to: Page): void {
  const { store, clock } = call.site;
  for (const { key, value } of store.properties.by('page', from.id)) {
    const there = store.properties.by('page', to.id).find((property) => property.key === key);
    store.properties.put({
      id: there?.id ?? store.nextId('property'),
      pageId: to.id,
      key,
      value,
      version: {
        number: (there?.version.number ?? 0) + 1,
        message: '',
        authorId: call.actor.accountId ?? '',
        createdAt: clock.now(),
      },
    });
  }
}

/** The current attachments, each with its newest file alone. */
function copyAttachments(call: Call, from: Page, to: Page): void {
  const { store } = call.site;
  for (const attachment of store.attachments.by('page', from.id)) {
    const { id, mediaType, comment, minorEdit } = versionOf(call.site, attachment);
    const bytes = store.files.get(id);
    if (attachment.status !== 'current' || !bytes) continue;
    const file = { name: 'file', filename: attachment.title, mimeType: mediaType, bytes };
    const there = namesake(call.site, to, attachment.title);
    if (there) addVersion(call, there, file, { comment, minorEdit });
    else addAttachment(call, to, file, { comment, minorEdit });
  }
}
