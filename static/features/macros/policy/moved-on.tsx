import Button from '@atlaskit/button/new';
import {
  CHANGED_SINCE,
  lastChangeWords,
  readersSeeWords,
  reviewWords,
  SHOW_APPROVED,
  SHOW_CURRENT,
  TEXT_IS_GONE,
  youSeeWords,
} from '../../../../src/words/screens/macros/policy';
import styles from './policy.module.css';
import type { Policy } from './use-policy';

interface Props {
  policy: Policy;
  /** The reader may approve what was written since. */
  mayApprove: boolean;
  reviewing: boolean;
  onReview: (reviewing: boolean) => void;
}

/** The page was edited after the approval: by whom, how much, and the way to the new text and back. */
export function MovedOn({ policy: { answer, approved, current, names }, mayApprove, reviewing, onReview }: Props) {
  const author = names.get(current?.authorId ?? '');
  const day = current?.writtenAt?.slice(0, 10);
  return (
    <div className={styles.movedOn} role="note">
      <p>
        <strong>{CHANGED_SINCE}</strong>
        {lastChangeWords(author, day)}{' '}
        {current === null
          ? TEXT_IS_GONE
          : reviewing
            ? youSeeWords(current.version, approved !== null)
            : readersSeeWords(answer.approval?.pageVersion, current.version)}
      </p>
      {current !== null && (
        <p>
          <Button spacing="compact" onClick={() => onReview(!reviewing)}>
            {reviewing ? SHOW_APPROVED : mayApprove ? reviewWords(current.version) : SHOW_CURRENT}
          </Button>
        </p>
      )}
    </div>
  );
}
