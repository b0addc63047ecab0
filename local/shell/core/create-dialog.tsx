import Textfield from '@atlaskit/textfield';
import type { ReactNode } from 'react';
import { Field, FormDialog } from './form-dialog';

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
  return (
    <FormDialog
      title={`Create ${what}`}
      action="Create"
      isComplete={name.trim() !== '' && isComplete}
      act={create}
      onClose={onClose}
    >
      <Field label="Name" id={`${what}-name`}>
        <Textfield id={`${what}-name`} value={name} onChange={(event) => onName(event.currentTarget.value)} />
      </Field>
      {children}
    </FormDialog>
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
