import { dayWords } from '../../../../src/words/days';
import { StateLozenge } from '../../../shared/ui/state-lozenge';
import texts from '../../../shared/ui/text.module.css';
import styles from './policy.module.css';
import type { Policy } from './use-policy';

/** How the text below stands: the approved one, or with `reviewing` the one that was written since. */
export function Headline({ policy, reviewing }: { policy: Policy; reviewing: boolean }) {
  const { answer, current } = policy;
  const { approval, supersededElsewhere } = answer;
  if (approval === null)
    return (
      <p className={styles.line}>
        <StateLozenge
          state={supersededElsewhere ? 'stale' : 'undecided'}
          word={supersededElsewhere ? 'Superseded' : 'Not approved'}
        />
        <span className={texts.subtle}>
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
        <p className={styles.line}>
          <StateLozenge state="undecided" word="Not approved" />
          <strong>Version {current?.version}</strong>
        </p>
        <p className={texts.subtle}>
          Version {approval.pageVersion} is approved: {approvalWords(policy)}
        </p>
      </>
    );
  return (
    <>
      <p className={styles.line}>
        <StateLozenge state="verified" word="Approved" />
        <strong>Version {approval.pageVersion}</strong>
        <span className={texts.subtle}>{approvalWords(policy)}</span>
      </p>
      {answer.mayAcknowledge && (
        <p className={texts.aside}>
          This text is the evidence for clause 5.2 and control A.2.2. Whoever approved it wrote none of it.
        </p>
      )}
    </>
  );
}

function approvalWords({ answer: { approval }, names }: Policy): string {
  if (approval === null) return '';
  const approver = names.get(approval.approverId ?? '');
  const overdue = approval.reviewOverdue;
  const by = approver ? ` by ${approver}` : '';
  return `${dayWords(approval.approvedOn)}${by} · next review ${dayWords(approval.reviewDue)}${overdue ? ' (overdue)' : ''}`;
}
