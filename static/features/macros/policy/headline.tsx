import {
  approvalWords,
  COUNTS_ELSEWHERE,
  draftWords,
  EVIDENCE_OF_POLICY,
  isApprovedWords,
  NO_TEXT,
  NOT_APPROVED,
  versionWords,
} from '../../../../src/words/screens/macros/policy';
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
          word={supersededElsewhere ? 'Superseded' : NOT_APPROVED}
        />
        <span className={texts.subtle}>
          {supersededElsewhere ? COUNTS_ELSEWHERE : current === null ? NO_TEXT : draftWords(current.version)}
        </span>
      </p>
    );
  const approver = policy.names.get(approval.approverId ?? '') || null;
  if (reviewing)
    return (
      <>
        <p className={styles.line}>
          <StateLozenge state="undecided" word={NOT_APPROVED} />
          <strong>{versionWords(current?.version)}</strong>
        </p>
        <p className={texts.subtle}>{isApprovedWords(approval.pageVersion, approvalWords(approval, approver))}</p>
      </>
    );
  return (
    <>
      <p className={styles.line}>
        <StateLozenge state="verified" word="Approved" />
        <strong>{versionWords(approval.pageVersion)}</strong>
        <span className={texts.subtle}>{approvalWords(approval, approver)}</span>
      </p>
      {answer.mayAcknowledge && <p className={texts.aside}>{EVIDENCE_OF_POLICY}</p>}
    </>
  );
}
