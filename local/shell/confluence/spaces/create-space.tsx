import Button from '@atlaskit/button/new';
import ModalDialog, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { go } from '../../core/address';
import { Refusal } from '../../core/refusal';
import { asRefused, type Refused, wiki } from '../../core/site';

const keyFor = (name: string): string =>
  (name.toUpperCase().match(/[A-Z0-9]+/g) ?? [])
    .map((word, _at, all) => (all.length > 1 ? word.slice(0, 1) : word.slice(0, 8)))
    .join('');

export function CreateSpace({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('');
  const [typedKey, setTypedKey] = useState<string | null>(null);
  const [error, setError] = useState<Refused | null>(null);
  const key = typedKey ?? keyFor(name);
  const create = async () => {
    try {
      await wiki('POST', '/rest/api/space', { key, name });
      onClose();
      go(`/wiki/spaces/${key}`);
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
            <ModalTitle>Create space</ModalTitle>
          </ModalHeader>
          <ModalBody>
            <div className="field">
              <label htmlFor="space-name">Name</label>
              <Textfield id="space-name" value={name} onChange={(event) => setName(event.currentTarget.value)} />
            </div>
            <div className="field">
              <label htmlFor="space-key">Key</label>
              <Textfield
                id="space-key"
                value={key}
                onChange={(event) => setTypedKey(event.currentTarget.value.toUpperCase())}
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
