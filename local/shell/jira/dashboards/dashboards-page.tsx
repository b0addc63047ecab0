import Button from '@atlaskit/button/new';
import EmptyState from '@atlaskit/empty-state';
import { useState } from 'react';
import { go, Link } from '../../core/address';
import { CreateDialog } from '../../core/create-dialog';
import { Page } from '../../core/page';
import { Loaded } from '../../core/refusal';
import { useSession } from '../../core/session';
import { rest, useRest } from '../../core/site';
import { useTitle } from '../../core/title';

interface Dashboard {
  id: string;
  name: string;
}

/** The dashboards that the person may see. */
export default function DashboardsPage() {
  const { accountId } = useSession();
  const read = useRest<{ dashboards: Dashboard[] }>('/dashboard?maxResults=100');
  const [creating, setCreating] = useState(false);
  useTitle('Dashboards', 'Jira');
  const create = accountId !== null && (
    <Button appearance="primary" onClick={() => setCreating(true)}>
      Create dashboard
    </Button>
  );
  return (
    <Page title="Dashboards" actions={create}>
      <Loaded read={read} label="Loading dashboards">
        {({ dashboards }) =>
          dashboards.length === 0 ? (
            <EmptyState header="No dashboard yet" description="Create one and put the app's gadgets on it." />
          ) : (
            <ul className="plain-list">
              {dashboards.map(({ id, name }) => (
                <li key={id}>
                  <Link to={`/dashboards/${id}`}>{name}</Link>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {creating && <CreateDashboard onClose={() => setCreating(false)} />}
    </Page>
  );
}

function CreateDashboard({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('');
  const create = async () => {
    const made = await rest<Dashboard>('POST', '/dashboard', {
      name,
      sharePermissions: [{ type: 'authenticated' }],
      editPermissions: [],
    });
    onClose();
    go(`/dashboards/${made.id}`);
  };
  return <CreateDialog what="dashboard" name={name} onName={setName} isComplete create={create} onClose={onClose} />;
}
