import Button from '@atlaskit/button/new';
import ModalDialog, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { Refusal } from '../../core/refusal';
import { asRefused, type Refused, rest } from '../../core/site';

const KINDS = [
  { label: 'Company-managed', value: 'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic' },
  { label: 'Team-managed', value: 'com.pyxis.greenhopper.jira:gh-simplified-agility-kanban' },
] as const;

/** A key as Jira proposes it: the first letters of the words, or of the one word. */
function keyFor(name: string): string {
  const words = name.toUpperCase().match(/[A-Z0-9]+/g) ?? [];
  const letters = words.length > 1 ? words.map((word) => word.slice(0, 1)).join('') : (words[0] ?? '').slice(0, 5);
  return letters.replace(/^[^A-Z]+/, '').slice(0, 10);
}

export function CreateProject({ onCreated, onClose }: { onCreated: () => void; onClose: () => void }) {
  const [name, setName] = useState('');
  const [typedKey, setTypedKey] = useState<string | null>(null);
  const [kind, setKind] = useState<(typeof KINDS)[number]>(KINDS[0]);
  const [error, setError] = useState<Refused | null>(null);
  const key = typedKey ?? keyFor(name);
  const create = async () => {
    try {
      const { accountId } = await rest<{ accountId: string }>('GET', '/myself');
      await rest('POST', '/project', {
        key,
        name,
        projectTypeKey: 'software',
        projectTemplateKey: kind.value,
        leadAccountId: accountId,
      });
      onCreated();
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
            <ModalTitle>Create project</ModalTitle>
          </ModalHeader>
          <ModalBody>
            <div className="field">
              <label htmlFor="project-name">Name</label>
              <Textfield id="project-name" value={name} onChange={(event) => setName(event.currentTarget.value)} />
            </div>
            <div className="field">
              <label htmlFor="project-key">Key</label>
              <Textfield
                id="project-key"
                value={key}
                maxLength={10}
                onChange={(event) => setTypedKey(event.currentTarget.value.toUpperCase())}
              />
            </div>
            <div className="field">
              <label htmlFor="project-kind">Kind</label>
              <Select<(typeof KINDS)[number]>
                inputId="project-kind"
                options={KINDS}
                value={kind}
                onChange={(chosen) => chosen && setKind(chosen)}
              />
            </div>
            {error && <Refusal error={error} />}
          </ModalBody>
          <ModalFooter>
            <Button appearance="subtle" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" appearance="primary" isDisabled={name === '' || key === ''}>
              Create
            </Button>
          </ModalFooter>
        </form>
      </ModalDialog>
    </ModalTransition>
  );
}
