import { lazy, Suspense, useState } from 'react';
import { isAudienceTooSmall } from '../../../../src/contract/policy-text';
import {
  APPROVED_NOT_SHOWN,
  COMPARING,
  NOTHING_WRITTEN,
  PAGE_UNREAD,
  PUBLISH_FIRST,
} from '../../../../src/words/screens/macros/policy';
import { POLICY_TITLE } from '../../../../src/words/screens/macros/titles';
import { ORGANISATION } from '../../../shared/scope';
import { DocumentView } from '../../../shared/ui/document/document-view';
import { itemLink } from '../../../shared/ui/issue-link';
import { Waiting } from '../../../shared/ui/waiting';
import type { MacroProps } from '../macro';
import { MacroFrame } from '../macro-frame';
import { MacroReading } from '../macro-reading';
import { Acknowledgement } from './acknowledgement';
import { Approval } from './approval';
import { Headline } from './headline';
import { MovedOn } from './moved-on';
import { type Policy as PolicyState, usePolicy } from './use-policy';

/** What compares texts is fetched by whoever compares them. */
const ChangedText = lazy(() => import('./changed-text'));

/** The approved text of the AI policy: of this page, or of the page that the configuration names. */
export function Policy(macro: MacroProps) {
  const named = String(macro.config.pageId ?? '');
  const pageId = named === '' ? macro.pageId : named;
  if (pageId === null || !/^\d{1,19}$/.test(pageId))
    return (
      <MacroFrame title={POLICY_TITLE} timeZone={macro.timeZone} figures={false}>
        <p>
          {/* A page that was never published has no id, or one that is no number. */}
          {named === '' ? PUBLISH_FIRST : PAGE_UNREAD}
        </p>
      </MacroFrame>
    );
  return <PolicyOfPage pageId={pageId} macro={macro} />;
}

function PolicyOfPage({ pageId, macro }: { pageId: string; macro: MacroProps }) {
  const { reading, retry: reload } = usePolicy(pageId);
  return (
    <MacroReading title={POLICY_TITLE} scope={ORGANISATION} reading={reading} retry={reload} macro={macro}>
      {(policy) => <PolicyView pageId={pageId} policy={policy} macro={macro} reload={reload} />}
    </MacroReading>
  );
}

interface Props {
  pageId: string;
  policy: PolicyState;
  macro: MacroProps;
  reload: () => void;
}

/**
 * Readers are shown the approved text; what was written since is there for whoever is logged in and wants to compare.
 * Acknowledging and approving are offered only under the text that they are about.
 */
function PolicyView({ pageId, policy, macro, reload }: Props) {
  const [wantsReview, setWantsReview] = useState(false);
  const { answer, approved, current } = policy;
  const { approval, mayApprove, mayAcknowledge: loggedIn } = answer;
  const movedOn = loggedIn && policy.movedOn;
  const reviewing = movedOn && wantsReview && current !== null;
  const again = !policy.movedOn && approval !== null && asksForAnother(approval);
  const isAuthor = current?.authorId != null && current.authorId === macro.accountId;
  const done = () => {
    setWantsReview(false);
    reload();
  };
  return (
    <MacroFrame title={POLICY_TITLE} timeZone={macro.timeZone} figures={false}>
      <Headline policy={policy} reviewing={reviewing} />
      {movedOn && (
        <MovedOn policy={policy} mayApprove={mayApprove && !isAuthor} reviewing={reviewing} onReview={setWantsReview} />
      )}
      <Text policy={policy} reviewing={reviewing} />
      {approved !== null && approval?.awareness && !reviewing && (
        <Acknowledgement
          pageId={pageId}
          pageVersion={approval.pageVersion}
          awareness={approval.awareness}
          onDone={reload}
        />
      )}
      {loggedIn && current !== null && (approval === null || reviewing || (again && mayApprove)) && (
        <Approval
          pageId={pageId}
          version={current.version}
          blocks={current.blocks}
          again={again}
          replaces={answer.elsewhere}
          groups={approval?.awareness?.groups ?? []}
          mayApprove={mayApprove}
          isAuthor={isAuthor && !again}
          isOpen={reviewing}
          onDone={done}
        />
      )}
    </MacroFrame>
  );
}

/** The text stands, and its approval has to be given anew: its review is due, or whom it is addressed to cannot be counted. */
function asksForAnother({ reviewOverdue, awareness }: NonNullable<PolicyState['answer']['approval']>): boolean {
  if (reviewOverdue || awareness === null) return reviewOverdue;
  const { by, audience, beingRead, unreadOn } = awareness;
  const isEmpty = by !== 'number' && audience === 0 && !beingRead;
  return isEmpty || unreadOn !== null || isAudienceTooSmall(awareness);
}

function Text({ policy, reviewing }: { policy: PolicyState; reviewing: boolean }) {
  const { answer, approved, current, names } = policy;
  if (reviewing && approved && current)
    return (
      <Suspense fallback={<Waiting what={COMPARING} />}>
        <ChangedText approved={approved} current={current} names={names} />
      </Suspense>
    );
  const shown = reviewing || answer.approval === null ? current : approved;
  if (shown) return <DocumentView blocks={shown.blocks} link={itemLink} names={names} />;
  return <p>{answer.approval === null ? NOTHING_WRITTEN : APPROVED_NOT_SHOWN}</p>;
}
