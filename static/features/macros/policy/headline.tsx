import { dayWords } from '../../../../src/words/days';
import { STATES } from '../../../../src/words/states';
import { StateIcon } from '../../../shared/ui/state-icon';
import type { CoverageState } from '../../../shared/ui/states';
import type { Policy } from './use-policy';

/** Icon and word, as a state of coverage looks: Atlaskit's lozenge alone weighs as much as the rest of this macro. */
function Badge({ state, children }: { state: CoverageState; children: string }) {
  return (
    <span className={`state-lozenge state-${STATES[state].tone}`}>
      <StateIcon state={state} />
      {children}
    </span>
  );
}

/** How the text below stands: the approved one, or with `reviewing` the one that was written since. */
export function Headline({ policy, reviewing }: { policy: Policy; reviewing: boolean }) {
  const { standing, current } = policy;
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
  if (reviewing)
    return (
      <>
        <p className="policy-line">
          <Badge state="undecided">Not approved</Badge>
          <strong>Version {current?.version}</strong>
        </p>
        <p className="subtle">
          Version {approval.pageVersion} is approved: {approvalWords(policy)}
        </p>
      </>
    );
  return (
    <>
      <p className="policy-line">
        <Badge state="verified">Approved</Badge>
        <strong>Version {approval.pageVersion}</strong>
        <span className="subtle">{approvalWords(policy)}</span>
      </p>
      {standing.mayAcknowledge && (
        <p className="subtle small">
          This text is the evidence for clause 5.2 and control A.2.2. Whoever approved it wrote none of it.
        </p>
      )}
    </>
  );
}

function approvalWords({ standing: { approval }, names }: Policy): string {
  if (approval === null) return '';
  const approver = names.get(approval.approverId ?? '');
  const overdue = approval.reviewOverdue;
  const by = approver ? ` by ${approver}` : '';
  return `${dayWords(approval.approvedOn)}${by} · next review ${dayWords(approval.reviewDue)}${overdue ? ' (overdue)' : ''}`;
}
