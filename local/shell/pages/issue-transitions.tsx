import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import ModalDialog, { ModalBody, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { useState } from 'react';
import { FieldsForm } from '../fields/fields-form';
import { type Issue, shadeOf, type Transition } from '../jira';
import { Refusal } from '../refusal';
import { Refused, rest, useRest } from '../site';

/** The status, and the transitions that Jira offers; one with a screen asks for its fields first. */
export function IssueTransitions({ issue, onDone }: { issue: Issue; onDone: () => void }) {
  const path = `/issue/${issue.key}/transitions`;
  const { reading, reload } = useRest<{ transitions: Transition[] }>(`${path}?expand=transitions.fields`);
  const [asking, setAsking] = useState<Transition | null>(null);
  const [error, setError] = useState<Refused | null>(null);
  const transit = async (transition: Transition, fields: Record<string, unknown>) => {
    await rest('POST', path, { transition: { id: transition.id }, fields });
    setError(null);
    setAsking(null);
    reload();
    onDone();
  };
  const press = async (transition: Transition) => {
    if (Object.keys(transition.fields).length > 0) return setAsking(transition);
    try {
      await transit(transition, {});
    } catch (refused) {
      if (!(refused instanceof Refused)) throw refused;
      setError(refused);
    }
  };
  return (
    <section className="transitions" aria-label="Status">
      <Lozenge appearance={shadeOf(issue.fields.status)}>{issue.fields.status.name}</Lozenge>
      {reading.state === 'refused' && <Refusal error={reading.error} />}
      {reading.state === 'loaded' &&
        reading.data.transitions
          .filter(({ to }) => to.name !== issue.fields.status.name)
          .map((transition) => (
            <Button key={transition.id} spacing="compact" onClick={() => void press(transition)}>
              {transition.name}
            </Button>
          ))}
      {error && <Refusal error={error} />}
      {asking && (
        <ModalTransition>
          <ModalDialog onClose={() => setAsking(null)}>
            <ModalHeader hasCloseButton>
              <ModalTitle>{asking.name}</ModalTitle>
            </ModalHeader>
            <ModalBody>
              <FieldsForm
                metas={Object.entries(asking.fields).map(([key, meta]) => ({ ...meta, key }))}
                values={issue.fields}
                submit={asking.name}
                onCancel={() => setAsking(null)}
                onSubmit={(fields) => transit(asking, fields)}
              />
            </ModalBody>
          </ModalDialog>
        </ModalTransition>
      )}
    </section>
  );
}
