import Button from '@atlaskit/button';
import Textfield from '@atlaskit/textfield';
import { useEffect, useState } from 'react';
import { CallError, call } from '../../shared/call';
import { FailureBanner } from '../../shared/failure-banner';
import { ListChoice } from '../../shared/list-choice';
import type { Context } from './context';
import { createIn, type IssueType, type Made, workTypes } from './creating';
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
    <form
      className="context-pick"
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
        placeholder={requirementId === null ? 'What could happen, and to whom' : 'What is to be done'}
        value={summary}
        isRequired
        onChange={(event) => setSummary(event.currentTarget.value)}
      />
      <p>
        <Button type="submit" appearance="primary" isDisabled={working || !isReady}>
          {action}
        </Button>
      </p>
      {requirementId === null && riskType === null && (
        <p className="subtle small">Something of it is missing in Jira: an administrator can set it up again.</p>
      )}
      {error && (
        <FailureBanner
          error={error}
          title={created === null ? 'No issue was created' : `${created.key} is created, but not linked yet`}
        />
      )}
    </form>
  );
}

function told(failed: unknown): CallError {
  if (failed instanceof CallError) return failed;
  throw failed;
}
