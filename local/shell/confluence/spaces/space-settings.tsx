import Toggle from '@atlaskit/toggle';
import { useState } from 'react';
import { Page } from '../../core/page';
import { Loaded, Refusal } from '../../core/refusal';
import { asRefused, type Refused, useWiki, wiki } from '../../core/site';
import { useTitle } from '../../core/title';
import type { Space } from '../confluence';
import { InSpace } from './in-space';

/** Who may read the space without a login. Confluence has no REST for it; the site has a route of its own. */
export function SpaceSettings({ spaceKey }: { spaceKey: string }) {
  return <InSpace spaceKey={spaceKey}>{(space) => <Settings space={space} />}</InSpace>;
}

function Settings({ space }: { space: Space }) {
  const path = `/local/space/${space.key}/anonymous`;
  const read = useWiki<{ allowed: boolean }>(path);
  const [error, setError] = useState<Refused | null>(null);
  useTitle(`Settings - ${space.name}`, 'Confluence');
  const change = async (allowed: boolean) => {
    try {
      await wiki('PUT', path, { allowed });
      setError(null);
      read.reload();
    } catch (refused) {
      setError(asRefused(refused));
    }
  };
  return (
    <Page title="Space settings" crumbs={[{ text: space.name, to: `/wiki/spaces/${space.key}` }]}>
      <Loaded read={read} label="Loading the settings">
        {({ allowed }) => (
          <div className="setting">
            <Toggle
              id="open-to-all"
              label="Open to everybody"
              isChecked={allowed}
              onChange={() => void change(!allowed)}
            />
            <label htmlFor="open-to-all" className="switch-words">
              Open to everybody
              <span className="subtle small">
                {allowed
                  ? 'Everybody may read this space, without a login too.'
                  : 'Only people who are logged in and have access may read this space.'}
              </span>
            </label>
          </div>
        )}
      </Loaded>
      {error && <Refusal error={error} />}
    </Page>
  );
}
