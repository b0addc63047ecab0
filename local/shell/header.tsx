import { useColorMode, useSetColorMode } from '@atlaskit/app-provider';
import Button, { IconButton } from '@atlaskit/button/new';
import ThemeIcon from '@atlaskit/icon/core/theme';
import Select from '@atlaskit/select';
import { useState } from 'react';
import { Link } from './address';
import type { User } from './jira';
import { CreateIssue } from './pages/create-issue';
import { type Session, switchUser, useRest } from './site';

export function Header({ session, projectKey }: { session: Session; projectKey: string | null }) {
  const [creating, setCreating] = useState(false);
  const mode = useColorMode();
  const setMode = useSetColorMode();
  return (
    <header className="header">
      <Link to="/projects">
        <strong>Jira</strong> (local)
      </Link>
      <Button appearance="primary" isDisabled={projectKey === null} onClick={() => setCreating(true)}>
        Create
      </Button>
      <span className="header-gap" />
      <IconButton
        icon={ThemeIcon}
        label={mode === 'dark' ? 'Light theme' : 'Dark theme'}
        appearance="subtle"
        onClick={() => setMode(mode === 'dark' ? 'light' : 'dark')}
      />
      <UserSwitch session={session} />
      {creating && projectKey !== null && <CreateIssue projectKey={projectKey} onClose={() => setCreating(false)} />}
    </header>
  );
}

function UserSwitch({ session }: { session: Session }) {
  const { reading } = useRest<User[]>('/users/search?maxResults=1000');
  const users = reading.state === 'loaded' ? reading.data.filter((user) => user.accountType === 'atlassian') : [];
  const options = users.map((user) => ({ value: user.accountId, label: user.displayName }));
  const unlisted = { value: session.accountId ?? '', label: session.accountId ?? 'Nobody' };
  return (
    <div className="header-user">
      <Select
        aria-label="You are"
        options={options}
        value={options.find((option) => option.value === session.accountId) ?? unlisted}
        onChange={(option) => option && void switchUser(option.value)}
        spacing="compact"
      />
    </div>
  );
}
