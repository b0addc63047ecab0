import { useEffect, useState } from 'react';
import { call } from '../../shared/bridge/call';
import { CallError } from '../../shared/bridge/call-error';
import { FailureBanner } from '../../shared/ui/failure-banner';
import { type IssueType, NewIssueForm } from '../../shared/ui/new-issue';
import type { Context } from './context';
import { createIn, type Made, workTypes } from './creating';
import type { PanelPlace } from './place';

interface Props {
  place: PanelPlace;
  creating: NonNullable<Context['creating']>;
  action: string;
  /** The summary that is proposed. */
  summary: string;
  /** What the work is for; null for a risk. */
  requirementId: string | null;
  onMade: (issue: Made) => void;
}

/** Creates an issue as the person and links it to the AI system beside the panel. */
export function CreateLinked({ place, creating, action, summary: proposed, requirementId, onMade }: Props) {
  const riskType = creating.ownTypes['ai-risk'] ?? null;
  const [types, setTypes] = useState<IssueType[]>([]);
  const [typeId, setTypeId] = useState(requirementId === null ? riskType : null);
  const [summary, setSummary] = useState(proposed);
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const [created, setCreated] = useState<Made | null>(null);
  const own = Object.values(creating.ownTypes).join();

  useEffect(() => {
    if (requirementId === null) return;
    workTypes(place.projectId, own.split(','))
      .then((found) => {
        setTypes(found);
        setTypeId(found[0]?.id ?? null);
      })
      .catch((failed: unknown) => setError(told(failed)));
  }, [requirementId, place.projectId, own]);

  const isReady = typeId !== null && summary.trim() !== '';
  const create = async () => {
    if (typeId === null || !isReady) return;
    setWorking(true);
    setError(null);
    try {
      // An issue that was created when linking it failed is not created twice.
      const issue =
        created ??
        (await createIn(
          { projectId: place.projectId, typeId, summary: summary.trim(), requirementId },
          creating.requirements,
        ));
      setCreated(issue);
      // By the app, which is told nothing by Jira of what its own screens write.
      await call('issue.addLink', { issueId: place.issueId, role: 'concerns', targetKey: issue.key, direction: 'in' });
      onMade(issue);
    } catch (failed) {
      setError(told(failed));
      setWorking(false);
    }
  };

  return (
    <NewIssueForm
      className="context-pick"
      types={types}
      typeId={typeId}
      onType={setTypeId}
      placeholder={requirementId === null ? 'What could happen, and to whom' : 'What is to be done'}
      summary={summary}
      onSummary={setSummary}
      action={action}
      isReady={!working && isReady}
      onCreate={() => void create()}
    >
      {requirementId === null && riskType === null && (
        <p className="subtle small">Something of it is missing in Jira: an administrator can set it up again.</p>
      )}
      {error && (
        <FailureBanner
          error={error}
          title={created === null ? 'No issue was created' : `${created.key} is created, but not linked yet`}
        />
      )}
    </NewIssueForm>
  );
}

function told(failed: unknown): CallError {
  if (failed instanceof CallError) return failed;
  throw failed;
}
