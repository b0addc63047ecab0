import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import NotificationIcon from '@atlaskit/icon/core/notification';
import { EndItem } from '@atlaskit/navigation-system/top-nav-items';
import { MenuListItem } from '@atlaskit/side-nav-items/menu-list-item';
import { useEffect } from 'react';
import { go, usePath } from '../core/address';
import { momentOf } from '../core/moment';
import { Portrait } from '../core/portrait';
import { dataOf, request, useRead } from '../core/site';

interface Notification {
  id: string;
  kind: 'mentioned' | 'assigned' | 'commented' | 'changed';
  by: { displayName: string } | null;
  created: string;
  read: boolean;
  issue: { key: string; summary: string };
}

const PATH = '/local/jira/notifications';
/** How often the bell looks by itself; it also looks whenever a page is opened. */
const LOOK_MS = 30_000;
/** More than these are no longer looked for here. */
const SHOWN = 15;

const WORDS: Readonly<Record<Notification['kind'], string>> = {
  mentioned: 'mentioned you in',
  assigned: 'assigned you',
  commented: 'commented on',
  changed: 'changed',
};

/** What Jira tells a person of issues: mentions, assignments, and what happens to what he watches. */
export function Notifications() {
  const path = usePath();
  const read = useRead<{ unread: number; notifications: Notification[] }>(PATH);
  const { reload } = read;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is a reason to look again
  useEffect(() => {
    reload();
    const looking = setInterval(reload, LOOK_MS);
    return () => clearInterval(looking);
  }, [reload, path]);
  const { unread, notifications } = dataOf(read) ?? { unread: 0, notifications: [] };
  const mark = async (ids?: string[]) => {
    await request('POST', `${PATH}/read`, ids === undefined ? {} : { ids });
    reload();
  };
  return (
    <MenuListItem>
      <span className="bell">
        <DropdownMenu<HTMLButtonElement>
          label="Notifications"
          placement="bottom-end"
          onOpenChange={({ isOpen }) => isOpen && reload()}
          trigger={({ triggerRef, ...trigger }) => (
            <EndItem
              ref={triggerRef}
              {...trigger}
              aria-haspopup
              icon={NotificationIcon}
              label={unread === 0 ? 'Notifications' : `Notifications, ${unread} unread`}
              isListItem={false}
            />
          )}
        >
          {notifications.length === 0 && (
            <DropdownItemGroup>
              <DropdownItem isDisabled>Nothing to tell you yet</DropdownItem>
            </DropdownItemGroup>
          )}
          {notifications.length > 0 && (
            <DropdownItemGroup title="Notifications">
              {notifications.slice(0, SHOWN).map(({ id, kind, by, created, read: seen, issue }) => (
                <DropdownItem
                  key={id}
                  shouldTitleWrap
                  elemBefore={<Portrait name={by?.displayName ?? null} size="small" />}
                  elemAfter={seen ? undefined : <span className="bell-new" role="img" aria-label="unread" />}
                  description={`${issue.summary} · ${momentOf(created)}`}
                  onClick={() => {
                    void mark([id]);
                    go(`/browse/${issue.key}`);
                  }}
                >
                  {by?.displayName ?? 'Somebody'} {WORDS[kind]} {issue.key}
                </DropdownItem>
              ))}
            </DropdownItemGroup>
          )}
          {unread > 0 && (
            <DropdownItemGroup hasSeparator>
              <DropdownItem onClick={() => void mark()}>Mark all as read</DropdownItem>
            </DropdownItemGroup>
          )}
        </DropdownMenu>
        {unread > 0 && (
          <span className="bell-count" aria-hidden>
            {unread > 9 ? '9+' : unread}
          </span>
        )}
      </span>
    </MenuListItem>
  );
}
