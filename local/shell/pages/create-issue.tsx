import ModalDialog, { ModalBody, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import Select from '@atlaskit/select';
import Spinner from '@atlaskit/spinner';
import { useState } from 'react';
import { go } from '../address';
import { FieldsForm } from '../fields/fields-form';
import type { FieldMeta } from '../jira';
import { Refusal } from '../refusal';
import { rest, useRest } from '../site';

interface IssueType {
  id: string;
  name: string;
  subtask: boolean;
}
type Meta = FieldMeta & { fieldId: string };

export function CreateIssue({ projectKey, onClose }: { projectKey: string; onClose: () => void }) {
  const { reading } = useRest<{ issueTypes: IssueType[] }>(`/issue/createmeta/${projectKey}/issuetypes`);
  const [chosen, setChosen] = useState<IssueType | null>(null);
  const types = reading.state === 'loaded' ? reading.data.issueTypes.filter((type) => !type.subtask) : [];
  const type = chosen ?? types[0];
  return (
    <ModalTransition>
      <ModalDialog onClose={onClose} width="medium">
        <ModalHeader hasCloseButton>
          <ModalTitle>Create in {projectKey}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          {reading.state === 'loading' && <Spinner label="Loading issue types" />}
          {reading.state === 'refused' && <Refusal error={reading.error} />}
          {type && (
            <>
              <div className="field">
                <label htmlFor="issue-type">Issue type</label>
                <Select<IssueType>
                  inputId="issue-type"
                  options={types}
                  value={type}
                  getOptionValue={({ id }) => id}
                  getOptionLabel={({ name }) => name}
                  onChange={setChosen}
                />
              </div>
              <TypeForm key={type.id} projectKey={projectKey} typeId={type.id} onClose={onClose} />
            </>
          )}
        </ModalBody>
      </ModalDialog>
    </ModalTransition>
  );
}

function TypeForm({ projectKey, typeId, onClose }: { projectKey: string; typeId: string; onClose: () => void }) {
  const { reading } = useRest<{ fields: Meta[] }>(
    `/issue/createmeta/${projectKey}/issuetypes/${typeId}?maxResults=200`,
  );
  if (reading.state === 'loading') return <Spinner label="Loading fields" />;
  if (reading.state === 'refused') return <Refusal error={reading.error} />;
  const metas = reading.data.fields.filter(({ fieldId }) => fieldId !== 'project' && fieldId !== 'issuetype');
  return (
    <FieldsForm
      metas={metas.map((meta) => ({ ...meta, key: meta.fieldId }))}
      values={{}}
      submit="Create issue"
      onCancel={onClose}
      onSubmit={async (fields) => {
        const made = await rest<{ key: string }>('POST', '/issue', {
          fields: { ...fields, project: { key: projectKey }, issuetype: { id: typeId } },
        });
        onClose();
        go(`/browse/${made.key}`);
      }}
    />
  );
}
