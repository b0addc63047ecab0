import Button from '@atlaskit/button';
import Textfield from '@atlaskit/textfield';
import { useEffect, useState } from 'react';
import { numberOf } from '../../../src/contract/requirement-id';
import { CallError, call } from '../../shared/call';
import { FailureBanner } from '../../shared/failure-banner';
import { jiraRest } from '../../shared/jira-rest';
import { ListChoice } from '../../shared/list-choice';

interface IssueType {
  id: string;
  name: string;
  subtask: boolean;
}

interface Props {
  projectId: string;
  requirementId: string;
  onWritten: () => void;
}

/** The app's own types are not work that implements a requirement. */
const NOT_WORK = new Set(['AI system', 'AI risk', 'Nonconformity', 'Corrective action']);

/** Creates an issue as the person, with the requirement set. The rest is filled in on the issue itself. */
export function CreateWork({ projectId, requirementId, onWritten }: Props) {
  const [types, setTypes] = useState<IssueType[]>([]);
  const [typeId, setTypeId] = useState<string | null>(null);
  const [summary, setSummary] = useState('');
  const [state, setState] = useState<{ working: boolean; error: CallError | null; created: string | null }>({
    working: false,
    error: null,
    created: null,
  });
  useEffect(() => {
    typesOf(projectId)
      .then((found) => {
        setTypes(found);
        setTypeId((found.find(({ name }) => name === 'Task') ?? found[0])?.id ?? null);
      })
      .catch((error: unknown) => {
        if (!(error instanceof CallError)) throw error;
        setState((now) => ({ ...now, error }));
      });
  }, [projectId]);

  const create = async () => {
    if (typeId === null || summary.trim() === '') return;
    setState({ working: true, error: null, created: state.created });
    let created = state.created;
    try {
      // An issue that was created when naming its requirement failed is not created twice.
      created ??= (
        await jiraRest<{ id: string }>('POST', '/rest/api/3/issue', {
          fields: { project: { id: projectId }, issuetype: { id: typeId }, summary: summary.trim() },
        })
      ).id;
      await call('issue.addRequirement', { issueId: created, requirementId });
      onWritten();
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      setState({ working: false, error, created });
    }
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      {types.length > 1 && (
        <ListChoice
          label="Issue type"
          choices={types.map(({ id, name }) => ({ id, word: name, count: null }))}
          chosen={typeId}
          onChoose={setTypeId}
        />
      )}
      <Textfield
        autoFocus
        aria-label="Summary of the new issue"
        placeholder="What is to be done"
        value={summary}
        isRequired
        onChange={(event) => setSummary(event.currentTarget.value)}
      />
      <p>
        <Button
          type="submit"
          appearance="primary"
          isDisabled={state.working || typeId === null || summary.trim() === ''}
        >
          Create for {numberOf(requirementId)}
        </Button>
      </p>
      {state.error && (
        <FailureBanner
          error={state.error}
          title={
            state.created === null ? 'No issue was created' : 'The issue was created, its requirement is not set yet'
          }
        />
      )}
    </form>
  );
}

async function typesOf(projectId: string): Promise<IssueType[]> {
  const { issueTypes } = await jiraRest<{ issueTypes: IssueType[] }>(
    'GET',
    `/rest/api/3/issue/createmeta/${Number(projectId)}/issuetypes?maxResults=100`,
  );
  return issueTypes.filter(({ name, subtask }) => !subtask && !NOT_WORK.has(name));
}
