import Button from '@atlaskit/button';
import Textfield from '@atlaskit/textfield';
import type { ReactNode } from 'react';
import { ISSUE_TYPE, SUMMARY_OF_NEW_ISSUE } from '../../../src/words/screens/shared/parts';
import { jiraRest } from '../bridge/jira-rest';
import { ListChoice } from './list-choice';

export interface IssueType {
  id: string;
  name: string;
  subtask: boolean;
}

/** Where Jira tells what can be created in a project ("Get create metadata issue types for a project", Jira REST v3). */
const createMeta = (projectId: string): string => `/rest/api/3/issue/createmeta/${Number(projectId)}/issuetypes`;

/** The issue types of a project that stand by themselves, as the person may create them. */
export async function issueTypesOf(projectId: string): Promise<IssueType[]> {
  const { issueTypes } = await jiraRest<{ issueTypes: IssueType[] }>('GET', `${createMeta(projectId)}?maxResults=100`);
  return issueTypes.filter(({ subtask }) => !subtask);
}

export interface FormField {
  fieldId: string;
  allowedValues?: { id: string }[];
}

/** The fields of the form by which the person creates such an issue ("Get create field metadata", Jira REST v3). */
export async function formOf(projectId: string, typeId: string): Promise<FormField[]> {
  const path = `${createMeta(projectId)}/${Number(typeId)}?maxResults=200`;
  return (await jiraRest<{ fields: FormField[] }>('GET', path)).fields;
}

interface Props {
  className?: string | undefined;
  types: readonly IssueType[];
  typeId: string | null;
  onType: (id: string) => void;
  placeholder: string;
  summary: string;
  onSummary: (summary: string) => void;
  action: string;
  isReady: boolean;
  onCreate: () => void;
  /** What is said below: why it cannot be done, or was not. */
  children: ReactNode;
}

/** A new issue by its type and summary; the rest is filled in on the issue itself. */
export function NewIssueForm({ className, types, typeId, onType, placeholder, summary, onSummary, ...rest }: Props) {
  const { action, isReady, onCreate, children } = rest;
  return (
    <form
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        onCreate();
      }}
    >
      {types.length > 1 && (
        <ListChoice
          label={ISSUE_TYPE}
          choices={types.map(({ id, name }) => ({ id, word: name, count: null }))}
          chosen={typeId}
          onChoose={onType}
        />
      )}
      <Textfield
        autoFocus
        aria-label={SUMMARY_OF_NEW_ISSUE}
        placeholder={placeholder}
        value={summary}
        isRequired
        onChange={(event) => onSummary(event.currentTarget.value)}
      />
      <p>
        <Button type="submit" appearance="primary" isDisabled={!isReady}>
          {action}
        </Button>
      </p>
      {children}
    </form>
  );
}
