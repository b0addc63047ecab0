import ModalDialog, { ModalBody, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import Select from '@atlaskit/select';
import { useState } from 'react';
import { go } from '../../core/address';
import { Loaded } from '../../core/refusal';
import { rest, useRest } from '../../core/site';
import { useFlags } from '../../frames/host-ui';
import { FieldsForm } from '../fields/fields-form';
import { useForm } from '../fields/form';
import type { FieldMeta, IssueType, Project } from '../jira';

type Meta = FieldMeta & { fieldId: string };

interface Props {
  /** Key of the project that is proposed, or null. */
  projectKey: string | null;
  onClose: () => void;
}

/** Project, type and the fields of the create screen. */
export function CreateIssue({ projectKey, onClose }: Props) {
  const projects = useRest<{ values: Project[] }>('/project/search?action=create&maxResults=100&orderBy=name');
  const [chosen, setChosen] = useState<Project | null>(null);
  return (
    <ModalTransition>
      <ModalDialog onClose={onClose} width="medium">
        <ModalHeader hasCloseButton>
          <ModalTitle>Create issue</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <Loaded read={projects} label="Loading projects">
            {({ values }) => {
              const project = chosen ?? values.find(({ key }) => key === projectKey) ?? values[0];
              if (!project) return <p>There is no project in which you may create issues.</p>;
              return (
                <>
                  <div className="field">
                    <label htmlFor="issue-project">Project</label>
                    <Select<Project>
                      inputId="issue-project"
                      options={values}
                      value={project}
                      getOptionValue={({ key }) => key}
                      getOptionLabel={({ key, name }) => `${name} (${key})`}
                      onChange={setChosen}
                    />
                  </div>
                  <TypeAndFields key={project.key} projectKey={project.key} onClose={onClose} />
                </>
              );
            }}
          </Loaded>
        </ModalBody>
      </ModalDialog>
    </ModalTransition>
  );
}

function TypeAndFields({ projectKey, onClose }: { projectKey: string; onClose: () => void }) {
  const read = useRest<{ issueTypes: IssueType[] }>(`/issue/createmeta/${projectKey}/issuetypes`);
  const [chosen, setChosen] = useState<IssueType | null>(null);
  return (
    <Loaded read={read} label="Loading issue types">
      {({ issueTypes }) => {
        const types = issueTypes.filter(({ subtask }) => !subtask);
        const type = chosen ?? types[0];
        if (!type) return <p>This project has no issue type that can be created.</p>;
        return (
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
        );
      }}
    </Loaded>
  );
}

function TypeForm({ projectKey, typeId, onClose }: { projectKey: string; typeId: string; onClose: () => void }) {
  const flags = useFlags();
  const read = useRest<{ fields: Meta[] }>(`/issue/createmeta/${projectKey}/issuetypes/${typeId}?maxResults=200`);
  const form = useForm('create', projectKey, typeId);
  const create = async (fields: Record<string, unknown>) => {
    const made = await rest<{ key: string }>('POST', '/issue', {
      fields: { ...fields, project: { key: projectKey }, issuetype: { id: typeId } },
    });
    flags.show({ id: made.key, type: 'success', title: `${made.key} is created`, isAutoDismiss: true });
    onClose();
    go(`/browse/${made.key}`);
  };
  return (
    <Loaded read={read} label="Loading fields">
      {({ fields }) => (
        <Loaded read={form} label="Loading the form">
          {(layout) => (
            <FieldsForm
              metas={fields
                .filter(({ fieldId }) => fieldId !== 'project' && fieldId !== 'issuetype')
                .map((meta) => ({ ...meta, key: meta.fieldId }))}
              layout={layout}
              values={{}}
              submit="Create issue"
              onCancel={onClose}
              onSubmit={create}
            />
          )}
        </Loaded>
      )}
    </Loaded>
  );
}
