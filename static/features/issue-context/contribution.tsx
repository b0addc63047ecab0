import { figureWords } from '../../../src/words/figures';
import { contributionWords } from '../../../src/words/issue-panel';
import { GRADE_WORDS, stageWords } from '../../../src/words/nonconformities';
import {
  acceptanceWords,
  effectivenessDueWords,
  WHAT_IT_CONTRIBUTES,
} from '../../../src/words/screens/issue-context/panel';
import { RatingLevel } from '../../shared/ui/risk-level';
import { RowsLink, rowsOfSystem } from '../../shared/ui/rows-link';
import texts from '../../shared/ui/text.module.css';
import type { Context } from './context';
import styles from './issue-context.module.css';

/** What the issue contributes, by its type, in a sentence. */
export function Contribution({ issueId, context }: { issueId: string; context: Context }) {
  const { figure, risk, nonconformity } = context;
  return (
    <section aria-label={WHAT_IT_CONTRIBUTES}>
      <p>{contributionWords(context)}</p>
      {figure && (
        <p>
          <RowsLink to={rowsOfSystem(issueId)}>{figureWords(figure)}</RowsLink>
        </p>
      )}
      {risk && (
        <p className={styles.levels}>
          <RatingLevel rating={risk.inherent} />
          <span aria-hidden="true">→</span>
          <span className={texts.hidden}>residual</span>
          <RatingLevel rating={risk.residual} />
          <span className={texts.aside}>{acceptanceWords(risk)}</span>
        </p>
      )}
      {nonconformity && (
        <p className={texts.aside}>
          {GRADE_WORDS[nonconformity.grade]} · {stageWords(nonconformity)}
          {!nonconformity.dismissed &&
            nonconformity.effectivenessDue !== null &&
            ` · ${effectivenessDueWords(nonconformity.effectivenessDue)}`}
        </p>
      )}
    </section>
  );
}
