import ModalDialog, { ModalBody, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { Loaded } from '../../core/refusal';
import { useRest } from '../../core/site';
import { FieldsForm } from '../fields/fields-form';
import type { Issue, Transition } from '../jira';
import { StatusSign } from '../signs';

interface Props {
  issueKey: string;
  transition: Transition;
  onSubmit: (fields: Record<string, unknown>) => Promise<void>;
  onClose: () => void;
}

/** The screen of a transition: its fields, with what the issue has already. */
export function TransitionDialog({ issueKey, transition, onSubmit, onClose }: Props) {
  const read = useRest<Issue>(`/issue/${issueKey}`);
  return (
    <ModalTransition>
      <ModalDialog onClose={onClose}>
        <ModalHeader hasCloseButton>
          <ModalTitle>{transition.name}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <p className="subtle">
            {issueKey} goes to <StatusSign status={transition.to} />
          </p>
          <Loaded read={read} label="Loading the fields">
            {({ fields }) => (
              <FieldsForm
                metas={Object.entries(transition.fields).map(([key, meta]) => ({ ...meta, key }))}
                values={fields}
                submit={transition.name}
                onCancel={onClose}
                onSubmit={onSubmit}
              />
            )}
          </Loaded>
        </ModalBody>
      </ModalDialog>
    </ModalTransition>
  );
}
