import { view } from '@forge/bridge';
import { lazy, Suspense, useState } from 'react';
import {
  ADD_LINK,
  ADD_REQUIREMENT,
  BEING_READ_AGAIN,
  LOADING_CONTRIBUTION,
  NOT_READ_AGAIN,
  NOT_SHOWN,
  PROJECT_TAKES_NO_PART,
  RECORD_RISK,
} from '../../../src/words/screens/issue-context/panel';
import { OPEN_IN_COMMON, OPEN_TRIAGE } from '../../../src/words/screens/shared/common';
import { useDelayedRefetch } from '../../shared/hooks/use-delayed-refetch';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { LinkButton } from '../../shared/ui/link-button';
import { ReadingFailure } from '../../shared/ui/reading-failure';
import texts from '../../shared/ui/text.module.css';
import { Waiting } from '../../shared/ui/waiting';
import { Checklist } from './checklist';
import type { Context } from './context';
import { Contribution } from './contribution';
import styles from './issue-context.module.css';
import { Links } from './links';
import { Missing } from './missing';
import { NextIssues } from './next-issues';
import type { Picking } from './picked';
import type { PanelPlace } from './place';
import { Requirements } from './requirements';
import { useIssueChanged } from './use-issue-changed';

/** While the issue is being read again, the panel follows. */
const POLL_MS = 1_500;
const Picked = lazy(async () => ({ default: (await import('./picked')).Picked }));
const AgreeDismissal = lazy(async () => ({ default: (await import('./agree-dismissal')).AgreeDismissal }));

/** What the issue is to the AIMS, and how to change that in two clicks. */
export function ContextPanel(place: PanelPlace) {
  const { issueId } = place;
  const { reading, retry } = useProcedure(
    'issue.context',
    { issueId },
    {
      pollMs: ({ updating }) => (updating ? POLL_MS : null),
    },
  );
  const [picking, setPicking] = useState<Picking | null>(null);
  const follow = useDelayedRefetch(retry);
  useIssueChanged(follow);
  const written = () => {
    setPicking(null);
    retry();
    // Jira shows fields and links beside the panel: it draws them anew.
    void view.refresh().catch(() => undefined);
    follow();
  };
  if (reading.state === 'loading') return <Waiting what={LOADING_CONTRIBUTION} />;
  if (reading.state === 'failed')
    return <ReadingFailure error={reading.error} title={reading.previous ? NOT_READ_AGAIN : NOT_SHOWN} retry={retry} />;
  const context = reading.data;
  if (!context.enrolled) return <p className={texts.subtle}>{PROJECT_TAKES_NO_PART}</p>;
  return (
    <div className={styles.context} data-testid="context" aria-busy={context.updating}>
      <Contribution issueId={issueId} context={context} />
      {context.nonconformity && !context.nonconformity.dismissed && <Checklist nonconformity={context.nonconformity} />}
      <NextIssues place={place} context={context} onWritten={written} />
      <Missing issueId={issueId} missing={context.missing} />
      {context.mayAgree && (
        <Suspense fallback={<Waiting />}>
          <AgreeDismissal issueId={issueId} onWritten={written} />
        </Suspense>
      )}
      <Requirements issueId={issueId} context={context} onWritten={written} />
      <Links context={context} />
      <div className={styles.actions}>
        {context.kind !== 'ai-system' && context.kind !== 'corrective-action' && (
          <Toggle
            word={ADD_REQUIREMENT}
            open={picking === 'requirement'}
            onToggle={(open) => setPicking(open ? 'requirement' : null)}
          />
        )}
        {context.kind === 'ai-system' && (
          <Toggle
            word={OPEN_TRIAGE}
            open={picking === 'triage'}
            onToggle={(open) => setPicking(open ? 'triage' : null)}
          />
        )}
        {context.kind === 'ai-system' && !context.next.includes('risk') && (
          <Toggle word={RECORD_RISK} open={picking === 'risk'} onToggle={(open) => setPicking(open ? 'risk' : null)} />
        )}
        {mayMeetInCommon(context) && (
          <Toggle
            word={OPEN_IN_COMMON}
            open={picking === 'in-common'}
            onToggle={(open) => setPicking(open ? 'in-common' : null)}
          />
        )}
        {context.linkRoles.length > 0 && (
          <Toggle word={ADD_LINK} open={picking === 'link'} onToggle={(open) => setPicking(open ? 'link' : null)} />
        )}
      </div>
      {picking !== null && (
        <Suspense fallback={<Waiting />}>
          <Picked picking={picking} place={place} context={context} onWritten={written} onDecided={follow} />
        </Suspense>
      )}
      {context.updating && (
        <p className={texts.aside} role="status">
          {BEING_READ_AGAIN}
        </p>
      )}
    </div>
  );
}

/** Work that names a requirement of AI systems and concerns none, or that is met in common already. */
const mayMeetInCommon = ({ kind, missing, requirements }: Context): boolean =>
  kind === 'work' && (missing.some(({ code }) => code === 'system') || requirements.some(({ inCommon }) => inCommon));

function Toggle({ word, open, onToggle }: { word: string; open: boolean; onToggle: (open: boolean) => void }) {
  return (
    <LinkButton aria-expanded={open} onClick={() => onToggle(!open)}>
      {open ? '− ' : '+ '}
      {word}
    </LinkButton>
  );
}
