import Button from '@atlaskit/button/new';
import ModalDialog, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { type ReactNode, useState } from 'react';
import { Refusal } from './refusal';
import { asRefused, type Refused } from './site';

interface Props {
  title: string;
  /** The word on the button that does it. */
  action: string;
  children: ReactNode;
  /** Throws Refused with what the product said. */
  onConfirm: () => Promise<void>;
  onClose: () => void;
}

/** Asks before something that cannot be undone. */
export function Confirm({ title, action, children, onConfirm, onClose }: Props) {
  const [error, setError] = useState<Refused | null>(null);
  const [working, setWorking] = useState(false);
  const confirm = async () => {
    setWorking(true);
    try {
      await onConfirm();
      onClose();
    } catch (refused) {
      setError(asRefused(refused));
      setWorking(false);
    }
  };
  return (
    <ModalTransition>
      <ModalDialog onClose={onClose} width="small">
        <ModalHeader>
          <ModalTitle appearance="warning">{title}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <p>{children}</p>
          {error && <Refusal error={error} />}
        </ModalBody>
        <ModalFooter>
          <Button appearance="subtle" onClick={onClose}>
            Cancel
          </Button>
          <Button appearance="warning" isLoading={working} onClick={() => void confirm()}>
            {action}
          </Button>
        </ModalFooter>
      </ModalDialog>
    </ModalTransition>
  );
}
