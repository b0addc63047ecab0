import { useEffect, useState } from 'react';
import { numberOf } from '../../../src/contract/requirement-id';
import { call } from '../../shared/bridge/call';
import { CallError } from '../../shared/bridge/call-error';
import { jiraRest } from '../../shared/bridge/jira-rest';
import { FailureBanner } from '../../shared/ui/failure-banner';
import { type IssueType, issueTypesOf, NewIssueForm } from '../../shared/ui/new-issue';

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
    <NewIssueForm
      types={types}
      typeId={typeId}
      onType={setTypeId}
      placeholder="What is to be done"
      summary={summary}
      onSummary={setSummary}
      action={`Create for ${numberOf(requirementId)}`}
      isReady={!state.working && typeId !== null && summary.trim() !== ''}
      onCreate={() => void create()}
    >
      {state.error && (
        <FailureBanner
          error={state.error}
          title={
            state.created === null ? 'No issue was created' : 'The issue was created, its requirement is not set yet'
          }
        />
      )}
    </NewIssueForm>
  );
}

const typesOf = async (projectId: string): Promise<IssueType[]> =>
  (await issueTypesOf(projectId)).filter(({ name }) => !NOT_WORK.has(name));
