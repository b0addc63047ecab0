import Button from '@atlaskit/button/new';
import EmptyState from '@atlaskit/empty-state';
import ModalDialog, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { go, Link } from '../../core/address';
import { Page } from '../../core/page';
import { Loaded, Refusal } from '../../core/refusal';
import { useSession } from '../../core/session';
import { asRefused, type Refused, rest, useRest } from '../../core/site';
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
  const [error, setError] = useState<Refused | null>(null);
  const create = async () => {
    try {
      const made = await rest<Dashboard>('POST', '/dashboard', {
        name,
        sharePermissions: [{ type: 'authenticated' }],
        editPermissions: [],
      });
      onClose();
      go(`/dashboards/${made.id}`);
    } catch (refused) {
      setError(asRefused(refused));
    }
  };
  return (
    <ModalTransition>
      <ModalDialog onClose={onClose} width="small">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void create();
          }}
        >
          <ModalHeader hasCloseButton>
            <ModalTitle>Create dashboard</ModalTitle>
          </ModalHeader>
          <ModalBody>
            <div className="field">
              <label htmlFor="dashboard-name">Name</label>
              <Textfield id="dashboard-name" value={name} onChange={(event) => setName(event.currentTarget.value)} />
            </div>
            {error && <Refusal error={error} />}
          </ModalBody>
          <ModalFooter>
            <Button appearance="subtle" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" appearance="primary" isDisabled={name.trim() === ''}>
              Create
            </Button>
          </ModalFooter>
        </form>
      </ModalDialog>
    </ModalTransition>
  );
}
