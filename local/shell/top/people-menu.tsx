import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import { MenuListItem } from '@atlaskit/side-nav-items/menu-list-item';
import { type Person, usePeople } from '../core/people';
import { Portrait } from '../core/portrait';
import { switchUser, useSession } from '../core/session';

const KINDS: readonly { title: string; holds: (person: Person) => boolean }[] = [
  { title: 'Administrators', holds: ({ groups }) => groups.includes('jira-administrators') },
  {
    title: 'Members',
    holds: ({ accountType, groups }) => accountType === 'atlassian' && !groups.includes('jira-administrators'),
  },
  { title: 'Customers', holds: ({ accountType }) => accountType === 'customer' },
];

/** Who is at the keyboard. The site knows no passwords: one becomes anybody, or nobody. */
export function PeopleMenu() {
  const { accountId } = useSession();
  const people = usePeople();
  const me = people.find((person) => person.accountId === accountId);
  const name = me?.displayName ?? (accountId === null ? 'Anonymous' : accountId);
  return (
    <MenuListItem>
      <DropdownMenu<HTMLButtonElement>
        label="Log in as"
        placement="bottom-end"
        trigger={({ triggerRef, isSelected, testId, ...trigger }) => (
          <button
            type="button"
            className="people-button"
            ref={triggerRef}
            {...trigger}
            aria-label={`You are ${name}. Log in as somebody else`}
          >
            <span className="people-trigger" data-selected={isSelected} data-testid={testId}>
              <Portrait name={me?.displayName ?? null} size="small" />
              <span className="people-name">{name}</span>
            </span>
          </button>
        )}
      >
        {KINDS.map(({ title, holds }) => {
          const members = people.filter((person) => person.active && holds(person));
          return members.length === 0 ? null : (
            <DropdownItemGroup key={title} title={title}>
              {members.map((person) => (
                <DropdownItem
                  key={person.accountId}
                  elemBefore={<Portrait name={person.displayName} size="small" />}
                  isSelected={person.accountId === accountId}
                  onClick={() => void switchUser(person.accountId)}
                >
                  {person.displayName}
                </DropdownItem>
              ))}
            </DropdownItemGroup>
          );
        })}
        <DropdownItemGroup title="Nobody" hasSeparator>
          <DropdownItem isSelected={accountId === null} onClick={() => void switchUser(null)}>
            Anonymous (log out)
          </DropdownItem>
        </DropdownItemGroup>
      </DropdownMenu>
    </MenuListItem>
  );
}
