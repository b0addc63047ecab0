import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import EmptyState from '@atlaskit/empty-state';
import { useState } from 'react';
import { Page } from '../../core/page';
import { Loaded, Refusal } from '../../core/refusal';
import { type Module, useModules, useSession } from '../../core/session';
import { asRefused, dataOf, type Refused, rest, useRest } from '../../core/site';
import { useTitle } from '../../core/title';
import { columnsOf, movesOf, placeForNew } from './columns';
import { type Gadget, moduleKeyOf, type Position } from './gadget';
import { GadgetView } from './gadget-view';

interface Dashboard {
  id: string;
  name: string;
  /** Missing or false for somebody who may only look. */
  isWritable?: boolean;
}

/** A dashboard with its gadgets in columns, as in Jira; those of the app stand in their frames. */
export default function DashboardPage({ dashboardId }: { dashboardId: string }) {
  const dashboard = useRest<Dashboard>(`/dashboard/${dashboardId}`);
  const gadgets = useRest<{ gadgets: Gadget[] }>(`/dashboard/${dashboardId}/gadget`);
  const [added, setAdded] = useState<number | null>(null);
  const [moved, setMoved] = useState<number | null>(null);
  const columns = columnsOf(dataOf(gadgets)?.gadgets ?? []);
  return (
    <Loaded read={dashboard} label="Loading the dashboard">
      {({ name, isWritable = false }) => (
        <Page
          title={name}
          crumbs={[{ text: 'Dashboards', to: '/dashboards' }]}
          actions={
            isWritable && (
              <AddGadget
                dashboardId={dashboardId}
                position={placeForNew(columns)}
                onAdded={(id) => {
                  setAdded(id);
                  gadgets.reload();
                }}
              />
            )
          }
          wide
        >
          <Titled name={name} />
          <Loaded read={gadgets} label="Loading the gadgets">
            {({ gadgets: found }) =>
              found.length === 0 ? (
                <EmptyState header="No gadget yet" description="Add one of the app with the button at the top." />
              ) : (
                <div className="gadgets">
                  {columns.map((column, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a column is nothing but its place.
                    <div key={index} className="gadget-column">
                      {column.map((gadget) => (
                        <GadgetView
                          key={gadget.id}
                          dashboardId={dashboardId}
                          gadget={gadget}
                          isWritable={isWritable}
                          startsInForm={gadget.id === added}
                          startsWithFocus={gadget.id === moved}
                          moves={movesOf(columns, gadget)}
                          onMoved={() => {
                            setAdded(null);
                            setMoved(gadget.id);
                            gadgets.reload();
                          }}
                          onChanged={gadgets.reload}
                        />
                      ))}
                      {column.length === 0 && isWritable && (
                        <p className="gadget-room subtle">Room for gadgets: add one, or move one here by its menu.</p>
                      )}
                    </div>
                  ))}
                </div>
              )
            }
          </Loaded>
        </Page>
      )}
    </Loaded>
  );
}

function Titled({ name }: { name: string }) {
  useTitle(name, 'Jira');
  return null;
}

interface AddGadgetProps {
  dashboardId: string;
  position: Position;
  onAdded: (id: number) => void;
}

function AddGadget({ dashboardId, position, onAdded }: AddGadgetProps) {
  const session = useSession();
  const modules = useModules('jira:dashboardGadget');
  const [error, setError] = useState<Refused | null>(null);
  const add = async (module: Module) => {
    try {
      const made = await rest<Gadget>('POST', `/dashboard/${dashboardId}/gadget`, {
        moduleKey: moduleKeyOf(session, module),
        title: module.title,
        color: 'blue',
        position,
      });
      onAdded(made.id);
    } catch (refused) {
      setError(asRefused(refused));
    }
  };
  return (
    <>
      <DropdownMenu trigger="Add gadget" placement="bottom-end">
        <DropdownItemGroup>
          {modules.length === 0 && <DropdownItem isDisabled>The app has no gadget</DropdownItem>}
          {modules.map((module) => (
            <DropdownItem
              key={module.key}
              {...(module.description ? { description: module.description } : {})}
              onClick={() => void add(module)}
            >
              {module.title}
            </DropdownItem>
          ))}
        </DropdownItemGroup>
      </DropdownMenu>
      {error && <Refusal error={error} />}
    </>
  );
}
