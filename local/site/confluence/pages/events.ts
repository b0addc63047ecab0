import type { Call } from '../call';
import type { Page, Space } from '../model/entities';
import { isoTime, type Site } from '../site';

/** Page events with the payload of developer.atlassian.com/platform/forge/events-reference/confluence. */

const image = (path: string) => ({ path, width: 48, height: 48, isDefault: false });

/** Names and addresses are the account id, "for privacy reasons". */
function user(site: Site, accountId: string) {
  return {
    type: 'known',
    username: accountId,
    accountId,
    accountType: site.directory.person(accountId)?.accountType === 'app' ? 'app' : 'atlassian',
    email: accountId,
    publicName: accountId,
    profilePicture: image(`/wiki/aa-avatar/${accountId}`),
    displayName: accountId,
    isExternalCollaborator: false,
  };
}

const spaceOf = (space: Space) => ({
  id: Number(space.id),
  key: space.key,
  alias: space.key,
  name: space.name,
  icon: image('/images/logo/default-space-logo-256.png'),
  type: 'global',
  status: space.status,
});

/** The `Content` of an event. */
export function contentOf(site: Site, page: Page): Record<string, unknown> {
  const { store } = site;
  const version = store.versions.get(`${page.id}/${page.version}`);
  const space = store.spaces.get(page.spaceId);
  return {
    id: page.id,
    type: 'page',
    status: page.status,
    title: page.title,
    ...(space ? { space: spaceOf(space) } : {}),
    history: {
      latest: true,
      createdBy: user(site, page.authorId),
      ownedBy: user(site, page.ownerId),
      createdDate: isoTime(page.createdAt),
    },
    version: {
      by: user(site, version?.authorId ?? page.authorId),
      when: isoTime(version?.createdAt ?? page.createdAt),
      number: page.version,
    },
  };
}

type PageEvent =
  | 'created'
  | 'updated'
  | 'trashed'
  | 'restored'
  | 'deleted'
  | 'archived'
  | 'unarchived'
  | 'moved'
  | 'copied'
  | 'children_reordered'
  | 'permissions_updated';

/** Publishes `avi:confluence:<event>:page` in the name of the caller; of drafts nobody hears. */
export function publishPage(call: Call, event: PageEvent, page: Page, more: Record<string, unknown> = {}): void {
  if (page.status === 'draft') return;
  const { accountId } = call.actor;
  call.publish(`avi:confluence:${event}:page`, {
    ...(accountId === null ? {} : { atlassianId: accountId }),
    eventCreatedDate: isoTime(call.site.clock.now()),
    suppressNotifications: false,
    ...more,
    content: contentOf(call.site, page),
  });
}
