import SectionMessage from '@atlaskit/section-message';
import {
  causeAtStartWords,
  HOW_TO_REVIEW,
  otherItemsWords,
  REVIEW_CHANGES_NOTHING,
  SUBMITTED_FOR_REVIEW,
  TO_REVIEW,
} from '../../../src/words/statement-review';
import { IssueLink } from '../../shared/ui/issue-link';
import type { Statement } from './statement';
import styles from './statement.module.css';

/** Why the version in force is to be looked at again, with the items that the viewer may see; nothing where there is no cause. */
export function ToReview({ statement: { review, may, state } }: { statement: Statement }) {
  if (review.length === 0) return null;
  return (
    <SectionMessage appearance="warning" title={TO_REVIEW}>
      <ul className={styles.list}>
        {review.map((told) => (
          <li key={`${told.cause} ${told.controls.join(' ')} ${told.condition}`}>
            {causeAtStartWords(told)}
            <Items told={told} />
          </li>
        ))}
      </ul>
      <p>{state === 'submitted' ? SUBMITTED_FOR_REVIEW : may.manage ? HOW_TO_REVIEW : REVIEW_CHANGES_NOTHING}</p>
    </SectionMessage>
  );
}

function Items({ told: { issues, count } }: { told: Statement['review'][number] }) {
  const others = count - issues.length;
  return (
    <>
      {issues.map(({ issueId, key, summary }, place) => (
        <span key={issueId}>
          {place === 0 ? ': ' : ', '}
          <IssueLink issueKey={key} /> {summary}
        </span>
      ))}
      {others > 0 && ` ${otherItemsWords(others, issues.length)}`}
    </>
  );
}
