import Button from '@atlaskit/button/new';
import ModalDialog, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import Textfield from '@atlaskit/textfield';
import { type ReactNode, useState } from 'react';
import { Refusal } from './refusal';
import { asRefused, type Refused } from './site';

interface Props {
  /** As in "Create space"; the name's field is `space-name`. */
  what: string;
  name: string;
  onName: (name: string) => void;
  /** Nothing is missing. */
  isComplete: boolean;
  /** Creates it and goes where it is; what it throws is shown and the dialog stays. */
  create: () => Promise<void>;
  onClose: () => void;
  /** Fields below the name. */
  children?: ReactNode;
}

/** Asks for what a new thing of a product needs, its name first. */
export function CreateDialog({ what, name, onName, isComplete, create, onClose, children }: Props) {
  const [error, setError] = useState<Refused | null>(null);
  return (
    <ModalTransition>
      <ModalDialog onClose={onClose} width="small">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            create().catch((refused: unknown) => setError(asRefused(refused)));
          }}
        >
          <ModalHeader hasCloseButton>
            <ModalTitle>Create {what}</ModalTitle>
          </ModalHeader>
          <ModalBody>
            <Field label="Name" id={`${what}-name`}>
              <Textfield id={`${what}-name`} value={name} onChange={(event) => onName(event.currentTarget.value)} />
            </Field>
            {children}
            {error && <Refusal error={error} />}
          </ModalBody>
          <ModalFooter>
            <Button appearance="subtle" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" appearance="primary" isDisabled={name.trim() === '' || !isComplete}>
              Create
            </Button>
          </ModalFooter>
        </form>
      </ModalDialog>
    </ModalTransition>
  );
}

/** The key of a new space or project: in capitals, proposed from the name until it is typed. */
export function KeyField({ id, value, onType }: { id: string; value: string; onType: (key: string) => void }) {
  return (
    <Field label="Key" id={id}>
      <Textfield id={id} value={value} onChange={(event) => onType(event.currentTarget.value.toUpperCase())} />
    </Field>
  );
}

export function Field({ label, id, children }: { label: string; id: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}
