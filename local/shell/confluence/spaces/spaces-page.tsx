import Button from '@atlaskit/button/new';
import EmptyState from '@atlaskit/empty-state';
import { useState } from 'react';
import { Link } from '../../core/address';
import { Page } from '../../core/page';
import { Loaded } from '../../core/refusal';
import { useSession } from '../../core/session';
import { useWiki } from '../../core/site';
import { useTitle } from '../../core/title';
import type { Listed, Space } from '../confluence';
import { CreateSpace } from './create-space';

/** The spaces that the person may see. */
export function SpacesPage() {
  const { accountId } = useSession();
  const read = useWiki<Listed<Space>>('/api/v2/spaces?limit=250&status=current');
  const [creating, setCreating] = useState(false);
  useTitle('Spaces', 'Confluence');
  return (
    <Page
      title="Spaces"
      actions={
        accountId !== null && (
          <Button appearance="primary" onClick={() => setCreating(true)}>
            Create space
          </Button>
        )
      }
    >
      <Loaded read={read} label="Loading spaces">
        {({ results }) =>
          results.length === 0 ? (
            <EmptyState
              header="No space that you may see"
              description={
                accountId === null
                  ? 'Nothing here is open to everybody. Choose a person in the corner at the top right.'
                  : 'Create one, or ask for access to one.'
              }
            />
          ) : (
            <ul className="spaces">
              {results.map(({ id, key, name }) => (
                <li key={id}>
                  <span className="space-sign" aria-hidden>
                    {name.slice(0, 1).toUpperCase()}
                  </span>
                  <span>
                    <Link to={`/wiki/spaces/${key}`}>{name}</Link>
                    <span className="subtle small">{key}</span>
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {creating && <CreateSpace onClose={() => setCreating(false)} />}
    </Page>
  );
}
