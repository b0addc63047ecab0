import { useState } from 'react';
import { numberOf } from '../../../src/contract/requirement-id';
import { CREATED_UNNAMED, createForWords, NOT_CREATED, WHAT_TO_DO } from '../../../src/words/screens/requirements/work';
import { call } from '../../shared/bridge/call';
import { jiraRest } from '../../shared/bridge/jira-rest';
import { useReading } from '../../shared/hooks/use-reading';
import { useTask } from '../../shared/hooks/use-task';
import { FailureBanner } from '../../shared/ui/failure-banner';
import { type IssueType, issueTypesOf, NewIssueForm } from '../../shared/ui/new-issue';

interface Props {
  projectId: string;
  requirementId: string;
  onWritten: () => void;
}

/** Creates an issue as the person, with the requirement set. The rest is filled in on the issue itself. */
export function CreateWork({ projectId, requirementId, onWritten }: Props) {
  const { reading } = useReading(['work types', projectId], () => typesOf(projectId));
  const types = reading.state === 'loaded' ? reading.data : [];
  const [chosen, setChosen] = useState<string | null>(null);
  const typeId = chosen ?? (types.find(({ name }) => name === 'Task') ?? types[0])?.id ?? null;
  const [summary, setSummary] = useState('');
  const [created, setCreated] = useState<string | null>(null);
  const { action, run } = useTask(async (type: string) => {
    // An issue that was created when naming its requirement failed is not created twice.
    const issueId = created ?? (await createIssue(projectId, type, summary.trim()));
    setCreated(issueId);
    await call('issue.addRequirement', { issueId, requirementId });
    onWritten();
  });
  const isReady = action.state !== 'working' && typeId !== null && summary.trim() !== '';
  const failed = [action, reading].find(({ state }) => state === 'failed');
  return (
    <NewIssueForm
      types={types}
      typeId={typeId}
      onType={setChosen}
      placeholder={WHAT_TO_DO}
      summary={summary}
      onSummary={setSummary}
      action={createForWords(numberOf(requirementId))}
      isReady={isReady}
      onCreate={() => void (isReady && run(typeId))}
    >
      {failed?.state === 'failed' && (
        <FailureBanner error={failed.error} title={created === null ? NOT_CREATED : CREATED_UNNAMED} />
      )}
    </NewIssueForm>
  );
}

async function createIssue(projectId: string, typeId: string, summary: string): Promise<string> {
  const fields = { project: { id: projectId }, issuetype: { id: typeId }, summary };
  return (await jiraRest<{ id: string }>('POST', '/rest/api/3/issue', { fields })).id;
}

/** The app's own types are not work that implements a requirement. */
async function typesOf(projectId: string): Promise<IssueType[]> {
  const [types, { ownTypes }] = await Promise.all([issueTypesOf(projectId), call('projects.list', { projectId })]);
  const own = Object.values(ownTypes);
  return types.filter(({ id }) => !own.includes(id));
}
