import { lazy, Suspense, useState } from 'react';
import { FROM_LIBRARY } from '../../../src/words/risk-library';
import {
  NO_ISSUE_CREATED,
  notLinkedYetWords,
  RISK_PLACEHOLDER,
  RISK_TYPE_MISSING,
  WORK_PLACEHOLDER,
} from '../../../src/words/screens/issue-context/new-issue';
import { call } from '../../shared/bridge/call';
import { useReading } from '../../shared/hooks/use-reading';
import { useTask } from '../../shared/hooks/use-task';
import { FailureBanner } from '../../shared/ui/failure-banner';
import { LinkButton } from '../../shared/ui/link-button';
import { NewIssueForm } from '../../shared/ui/new-issue';
import texts from '../../shared/ui/text.module.css';
import { Waiting } from '../../shared/ui/waiting';
import type { Context } from './context';
import { createIn, type LibraryRisk, type Made, workTypes } from './creating';
import styles from './issue-context.module.css';
import type { PanelPlace } from './place';

const RiskLibrary = lazy(async () => ({ default: (await import('./risk-library')).RiskLibrary }));

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
  const { projectId, issueId } = place;
  const ownTypes = Object.values(creating.ownTypes);
  const riskType = creating.ownTypes['ai-risk'] ?? null;
  const isRisk = requirementId === null;
  const { reading } = useReading(['work types', projectId, ownTypes], () => workTypes(projectId, ownTypes), {
    enabled: !isRisk,
  });
  const types = reading.state === 'loaded' && !isRisk ? reading.data : [];
  const [chosen, setChosen] = useState<string | null>(null);
  const typeId = isRisk ? riskType : (chosen ?? types[0]?.id ?? null);
  const [summary, setSummary] = useState(proposed);
  const [entry, setEntry] = useState<LibraryRisk | null>(null);
  const [isLooking, setLooking] = useState(false);
  const [created, setCreated] = useState<Made | null>(null);
  const creation = useTask(async (type: string) => {
    // An issue that was created when linking it failed is not created twice.
    const wish = { projectId, typeId: type, summary: summary.trim(), requirementId, entry };
    const issue = created ?? (await createIn(wish, creating));
    setCreated(issue);
    // By the app, which is told nothing by Jira of what its own screens write.
    await call('issue.addLink', { issueId, role: 'concerns', targetKey: issue.key, direction: 'in' });
    onMade(issue);
  });
  const isReady = creation.action.state !== 'working' && typeId !== null && summary.trim() !== '';
  const failed = [creation.action, reading].find(({ state }) => state === 'failed');

  return (
    <NewIssueForm
      className={styles.pick}
      types={types}
      typeId={typeId}
      onType={setChosen}
      placeholder={isRisk ? RISK_PLACEHOLDER : WORK_PLACEHOLDER}
      summary={summary}
      onSummary={setSummary}
      action={action}
      isReady={isReady}
      onCreate={() => void (isReady && creation.run(typeId))}
    >
      {isRisk && (
        <LinkButton aria-expanded={isLooking} onClick={() => setLooking(!isLooking)}>
          {isLooking ? '− ' : '+ '}
          {FROM_LIBRARY}
        </LinkButton>
      )}
      {isLooking && (
        <Suspense fallback={<Waiting />}>
          <RiskLibrary
            onTake={(risk) => {
              setEntry(risk);
              setSummary(risk.title);
              setLooking(false);
            }}
          />
        </Suspense>
      )}
      {isRisk && riskType === null && <p className={texts.aside}>{RISK_TYPE_MISSING}</p>}
      {failed?.state === 'failed' && (
        <FailureBanner
          error={failed.error}
          title={created === null ? NO_ISSUE_CREATED : notLinkedYetWords(created.key)}
        />
      )}
    </NewIssueForm>
  );
}
