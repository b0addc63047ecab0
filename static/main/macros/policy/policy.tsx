import { useState } from 'react';
import { changedBlocks } from '../../../../src/contract/policy-text';
import { AdfView } from '../../../shared/adf-view';
import { counted } from '../../../shared/count';
import { dayWords } from '../../../shared/days';
import { ORGANISATION } from '../../../shared/scope';
import { StateIcon } from '../../../shared/state-icon';
import type { CoverageState } from '../../../shared/states';
import type { MacroProps } from '../macro';
import { MacroFrame } from '../macro-frame';
import { MacroReading } from '../reading';
import { Acknowledgement } from './acknowledgement';
import { Approval } from './approval';
import { type Policy as PolicyState, usePolicy } from './use-policy';

const TITLE = 'AI policy';

/** The approved text of the AI policy: of this page, or of the page that the configuration names. */
export function Policy(macro: MacroProps) {
  const named = macro.config.pageId;
  const pageId = named === undefined || named === '' ? macro.pageId : String(named);
  if (pageId === null || !/^\d{1,19}$/.test(pageId))
    return (
      <MacroFrame title={TITLE} timeZone={macro.timeZone} figures={false}>
        <p>
          {pageId === null
            ? 'Publish the page first: the policy is approved by the version of its page.'
            : 'The configuration of this macro cannot be read. Edit the page and choose the page of the policy.'}
        </p>
      </MacroFrame>
    );
  return <PolicyOfPage pageId={pageId} macro={macro} />;
}

function PolicyOfPage({ pageId, macro }: { pageId: string; macro: MacroProps }) {
  const { reading, reload } = usePolicy(pageId);
  return (
    <MacroReading title={TITLE} scope={ORGANISATION} reading={reading} retry={reload} macro={macro}>
      {(policy) => <Standing pageId={pageId} policy={policy} macro={macro} reload={reload} />}
    </MacroReading>
  );
}

interface Props {
  pageId: string;
  policy: PolicyState;
  macro: MacroProps;
  reload: () => void;
}

/** Readers are shown the approved text; what was written since is there for whoever wants to compare. */
function Standing({ pageId, policy, macro, reload }: Props) {
  const [comparing, setComparing] = useState(false);
  const { standing, approved, current } = policy;
  const movedOn = standing.approval !== null && current?.fingerprint !== standing.approval.fingerprint;
  const shown = comparing || standing.approval === null ? current : approved;
  return (
    <MacroFrame title={TITLE} timeZone={macro.timeZone} figures={false}>
      <Headline policy={policy} />
      {movedOn && <MovedOn policy={policy} comparing={comparing} onCompare={() => setComparing(!comparing)} />}
      {shown === null ? (
        <p>
          {standing.approval === null
            ? 'Nothing is written here yet. Edit the page and write the policy inside this macro.'
            : 'The approved text cannot be shown: you may not see that version of the page, or it was deleted.'}
        </p>
      ) : (
        <AdfView blocks={shown.blocks} />
      )}
      {standing.approval !== null && (
        <Acknowledgement
          pageId={pageId}
          approval={standing.approval}
          mayAcknowledge={standing.mayAcknowledge}
          onDone={reload}
        />
      )}
      {current !== null && (standing.approval === null || movedOn) && (
        <Approval
          pageId={pageId}
          version={current.version}
          mayApprove={standing.mayApprove}
          isAuthor={current.authorId !== null && current.authorId === macro.accountId}
          onDone={reload}
        />
      )}
    </MacroFrame>
  );
}

/** Icon and word, as a state of coverage looks: Atlaskit's lozenge alone weighs as much as the rest of this macro. */
function Badge({ state, children }: { state: CoverageState; children: string }) {
  return (
    <span className={`state-lozenge state-${state}`}>
      <StateIcon state={state} />
      {children}
    </span>
  );
}

function Headline({ policy: { standing, names, current } }: { policy: PolicyState }) {
  const { approval, supersededElsewhere } = standing;
  if (approval === null)
    return (
      <p className="policy-line">
        <Badge state={supersededElsewhere ? 'stale' : 'undecided'}>
          {supersededElsewhere ? 'Superseded' : 'Not approved'}
        </Badge>
        <span className="subtle">
          {supersededElsewhere
            ? 'The AI policy that counts stands on another page.'
            : current === null
              ? 'No text yet'
              : `Draft, version ${current.version} of the page`}
        </span>
      </p>
    );
  const approver = names.get(approval.approverId ?? '');
  const overdue = approval.reviewDue < new Date().toISOString().slice(0, 10);
  return (
    <p className="policy-line">
      <Badge state="verified">Approved</Badge>
      <strong>Version {approval.pageVersion}</strong>
      <span className="subtle">
        {dayWords(approval.approvedOn)}
        {approver ? ` by ${approver}, who did not write it` : ''} · next review {dayWords(approval.reviewDue)}
        {overdue && ' (overdue)'} · evidence for 5.2 and A.2.2
      </span>
    </p>
  );
}

function MovedOn({
  policy: { standing, approved, current, names },
  comparing,
  onCompare,
}: {
  policy: PolicyState;
  comparing: boolean;
  onCompare: () => void;
}) {
  const author = names.get(current?.authorId ?? '');
  const day = current?.writtenAt?.slice(0, 10);
  const changed = approved && current ? changedBlocks(approved.blocks, current.blocks) : null;
  return (
    <div className="policy-moved-on" role="note">
      <p>
        <strong>Changed since approval</strong>
        {changed !== null && `: ${counted(changed, 'block of text', 'blocks of text')}`}
        {author && `, last by ${author}`}
        {day && ` on ${dayWords(day)}`}.{' '}
        {comparing
          ? `You see version ${current?.version}, which is not approved.`
          : `Readers are shown version ${standing.approval?.pageVersion}.`}{' '}
        {current !== null && (
          <button type="button" className="link-button" onClick={onCompare}>
            {comparing ? 'Show the approved version' : 'Show what is written now'}
          </button>
        )}
      </p>
    </div>
  );
}
