import { IconButton } from '@atlaskit/button/new';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import Heading from '@atlaskit/heading';
import MoreIcon from '@atlaskit/icon/core/show-more-horizontal';
import { useState } from 'react';
import { useSession } from '../../core/session';
import { asRefused, rest, useRest } from '../../core/site';
import { Waiting } from '../../core/waiting';
import { useFlags } from '../../frames/host-ui';
import { ModuleFrame } from '../../frames/module-frame';
import { CONFIGURATION, type Gadget, moduleOf, type Position } from './gadget';

interface Props {
  dashboardId: string;
  gadget: Gadget;
  isWritable: boolean;
  /** A gadget that was added just now shows its form first. */
  startsInForm: boolean;
  /** One that was moved just now stands in another column, and gets the focus back there. */
  startsWithFocus: boolean;
  moves: readonly { word: string; to: Position }[];
  onMoved: () => void;
  onChanged: () => void;
}

/** A gadget of the app: its view, or its form, whose `view.submit` keeps what it is given. */
export function GadgetView(props: Props) {
  const { dashboardId, gadget, isWritable, startsInForm, startsWithFocus, moves, onMoved, onChanged } = props;
  const { modules } = useSession();
  const flags = useFlags();
  const module = moduleOf(gadget, modules);
  const item = `/dashboard/${dashboardId}/items/${gadget.id}/properties/${CONFIGURATION}`;
  // A gadget that nobody has configured has no such property.
  const { reading } = useRest<{ value: Record<string, unknown> }>(item);
  const [saved, setSaved] = useState<Record<string, unknown> | null>(null);
  const [isEditing, setEditing] = useState(startsInForm && Boolean(module?.edit));
  const configuration = saved ?? (reading.state === 'loaded' ? reading.data.value : {});
  const attempt = async (work: Promise<unknown>, then: () => void) => {
    try {
      await work;
      then();
    } catch (error) {
      flags.show({
        id: `gadget-${gadget.id}`,
        type: 'error',
        title: gadget.title,
        description: asRefused(error).message,
      });
    }
  };
  const save = (payload: unknown) => {
    const wanted = (payload ?? {}) as Record<string, unknown>;
    return attempt(rest('PUT', item, wanted), () => {
      setSaved(wanted);
      setEditing(false);
    });
  };
  const address = `/dashboard/${dashboardId}/gadget/${gadget.id}`;
  const remove = () => attempt(rest('DELETE', address), onChanged);
  const move = (position: Position) => attempt(rest('PUT', address, { position }), onMoved);
  return (
    <section className="gadget" aria-label={gadget.title}>
      <div className="gadget-head">
        <Heading size="small" as="h2">
          {gadget.title}
        </Heading>
        {isWritable && (
          <DropdownMenu<HTMLButtonElement>
            label={`Actions for ${gadget.title}`}
            placement="bottom-end"
            trigger={({ triggerRef, ...trigger }) => (
              <IconButton
                ref={triggerRef}
                {...trigger}
                autoFocus={startsWithFocus}
                icon={MoreIcon}
                label={`Actions for ${gadget.title}`}
                appearance="subtle"
                spacing="compact"
              />
            )}
          >
            <DropdownItemGroup>
              {module?.edit && <DropdownItem onClick={() => setEditing(true)}>Configure</DropdownItem>}
              {moves.map(({ word, to }) => (
                <DropdownItem key={word} onClick={() => void move(to)}>
                  {word}
                </DropdownItem>
              ))}
              <DropdownItem onClick={() => void remove()}>Remove</DropdownItem>
            </DropdownItemGroup>
          </DropdownMenu>
        )}
      </div>
      {!module && <p className="subtle">This gadget is not available on this site.</p>}
      {module && reading.state === 'loading' && <Waiting label={`Loading ${gadget.title}`} />}
      {module && reading.state !== 'loading' && (
        <ModuleFrame
          key={isEditing ? 'edit' : 'view'}
          moduleKey={module.key}
          resource={isEditing ? module.edit?.resource : undefined}
          title={isEditing ? `Configure ${gadget.title}` : gadget.title}
          extension={{
            type: 'jira:dashboardGadget',
            gadgetConfiguration: configuration,
            dashboard: { id: dashboardId },
            gadget: { id: String(gadget.id) },
            ...(isEditing ? { entryPoint: 'edit' } : {}),
          }}
          onSubmit={(payload) => {
            if (!isWritable) return false;
            void save(payload);
            return true;
          }}
          onClose={() => {
            setEditing(false);
            return true;
          }}
        />
      )}
    </section>
  );
}
