import Select from '@atlaskit/select';
import { useState } from 'react';
import { go } from '../../core/address';
import { Field, FormDialog } from '../../core/form-dialog';
import { dataOf, useRest } from '../../core/site';
import type { Issue, IssueType, Project, Status } from '../jira';
import { moveIssue } from './moving';

interface Choice {
  value: string;
  label: string;
}

const choiceOf = ({ id, name }: { id: string; name: string }): Choice => ({ value: id, label: name });

/** Moves an issue to another project: asks for the status as well where the workflow there lacks the present one. */
export function MoveIssue({ issue, onClose }: { issue: Issue; onClose: () => void }) {
  const { project: here, issuetype, status } = issue.fields;
  const [projectId, setProjectId] = useState<string | null>(null);
  const [typeId, setTypeId] = useState<string | null>(null);
  const [statusId, setStatusId] = useState<string | null>(null);
  const projects = dataOf(useRest<{ values: Project[] }>('/project/search?action=create&maxResults=100&orderBy=name'));
  const places = (projects?.values ?? []).filter(({ id }) => id !== here.id);
  const workflows = dataOf(
    useRest<(IssueType & { statuses: Status[] })[]>(projectId === null ? null : `/project/${projectId}/statuses`),
  );
  const types = (workflows ?? []).filter(({ subtask }) => subtask === issuetype.subtask);
  const type =
    types.find(({ id }) => id === typeId) ?? types.find(({ name }) => name === issuetype.name) ?? types[0] ?? null;
  const lacksStatus = type !== null && !type.statuses.some(({ id }) => id === status.id);
  const chosen = type?.statuses.find(({ id }) => id === statusId) ?? type?.statuses[0] ?? null;
  const move = async () => {
    if (projectId === null || type === null) return;
    const mapped = lacksStatus && chosen ? { from: status.id, to: chosen.id } : null;
    const key = await moveIssue(issue.id, { projectId, typeId: type.id, mapped });
    onClose();
    go(`/browse/${key}`);
  };
  return (
    <FormDialog
      title={`Move ${issue.key}`}
      action="Move"
      isComplete={type !== null}
      act={move}
      onClose={onClose}
      shouldScrollInViewport
    >
      <Field label="Project" id="move-project">
        <Select<Choice>
          inputId="move-project"
          options={places.map(choiceOf)}
          value={places.map(choiceOf).find(({ value }) => value === projectId) ?? null}
          onChange={(next) => setProjectId(next?.value ?? null)}
        />
      </Field>
      {type && (
        <Field label="Issue type" id="move-type">
          <Select<Choice>
            inputId="move-type"
            options={types.map(choiceOf)}
            value={choiceOf(type)}
            onChange={(next) => setTypeId(next?.value ?? null)}
          />
        </Field>
      )}
      {lacksStatus && chosen && (
        <Field label={`Status instead of ${status.name}`} id="move-status">
          <Select<Choice>
            inputId="move-status"
            options={type.statuses.map(choiceOf)}
            value={choiceOf(chosen)}
            onChange={(next) => setStatusId(next?.value ?? null)}
          />
        </Field>
      )}
      <p className="subtle">Links to {issue.key} go on leading to the issue. Fields that the project lacks are lost.</p>
    </FormDialog>
  );
}
