import Button from '@atlaskit/button/new';
import { dayWords } from '../../../../src/words/days';
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
        <strong>Changed since approval</strong>
        {author && `, last by ${author}`}
        {day && ` on ${dayWords(day)}`}.{' '}
        {current === null
          ? 'There is no text on the page any more.'
          : reviewing
            ? `You see version ${current.version}${approved === null ? '' : '; what differs is listed above it'}.`
            : `Readers are shown version ${answer.approval?.pageVersion} until version ${current.version} is approved.`}
      </p>
      {current !== null && (
        <p>
          <Button spacing="compact" onClick={() => onReview(!reviewing)}>
            {reviewing
              ? 'Show the approved version'
              : mayApprove
                ? `Review version ${current.version}`
                : 'Show what is written now'}
          </Button>
        </p>
      )}
    </div>
  );
}
