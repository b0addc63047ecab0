import Button from '@atlaskit/button/new';
import WatchIcon from '@atlaskit/icon/core/eye-open';
import WatchingIcon from '@atlaskit/icon/core/eye-open-filled';
import { useState } from 'react';
import { Refusal } from '../../core/refusal';
import { useSession } from '../../core/session';
import { asRefused, type Refused, rest } from '../../core/site';
import type { Issue } from '../jira';

/** Begins and ends watching an issue: whoever watches it is told of its changes. */
export function WatchButton({ issue, onChanged }: { issue: Issue; onChanged: () => void }) {
  const { accountId } = useSession();
  const [error, setError] = useState<Refused | null>(null);
  const { isWatching, watchCount } = issue.fields.watches ?? { isWatching: false, watchCount: 0 };
  if (accountId === null) return null;
  const toggle = async () => {
    const path = `/issue/${issue.key}/watchers`;
    try {
      if (isWatching) await rest('DELETE', `${path}?accountId=${encodeURIComponent(accountId)}`);
      else await rest('POST', path, accountId);
      setError(null);
      onChanged();
    } catch (refused) {
      setError(asRefused(refused));
    }
  };
  return (
    <>
      {error && <Refusal error={error} />}
      <Button
        appearance="subtle"
        iconBefore={isWatching ? WatchingIcon : WatchIcon}
        isSelected={isWatching}
        onClick={() => void toggle()}
      >
        {isWatching ? 'Watching' : 'Watch'}
        <span className="watch-count">
          {watchCount}
          <span className="unseen">{watchCount === 1 ? ' watcher' : ' watchers'}</span>
        </span>
      </Button>
    </>
  );
}
