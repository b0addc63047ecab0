import Button from '@atlaskit/button/new';
import ModalDialog, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { type ReactNode, useState } from 'react';
import { Refusal } from './refusal';
import { asRefused, type Refused } from './site';

interface Props {
  title: string;
  /** The word on the button that does it. */
  action: string;
  /** Nothing is missing. */
  isComplete: boolean;
  /** Does it, and closes or goes on; what it throws is shown and the dialog stays. */
  act: () => Promise<void>;
  onClose: () => void;
  /** For fields that open over the edge of the dialog. */
  shouldScrollInViewport?: boolean;
  children: ReactNode;
}

/** Asks for what is needed to do one thing, and does it. */
export function FormDialog({
  title,
  action,
  isComplete,
  act,
  onClose,
  shouldScrollInViewport = false,
  children,
}: Props) {
  const [isActing, setActing] = useState(false);
  const [error, setError] = useState<Refused | null>(null);
  const submit = () => {
    setActing(true);
    act().catch((refused: unknown) => {
      setError(asRefused(refused));
      setActing(false);
    });
  };
  return (
    <ModalTransition>
      <ModalDialog onClose={onClose} width="small" shouldScrollInViewport={shouldScrollInViewport}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <ModalHeader hasCloseButton>
            <ModalTitle>{title}</ModalTitle>
          </ModalHeader>
          <ModalBody>
            {children}
            {error && <Refusal error={error} />}
          </ModalBody>
          <ModalFooter>
            <Button appearance="subtle" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" appearance="primary" isLoading={isActing} isDisabled={!isComplete}>
              {action}
            </Button>
          </ModalFooter>
        </form>
      </ModalDialog>
    </ModalTransition>
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
