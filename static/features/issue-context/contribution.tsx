import { dayWords } from '../../../src/words/days';
import { figureWords } from '../../../src/words/figures';
import { GRADE_WORDS, NONCONFORMITY_STAGE_WORDS } from '../../../src/words/nonconformities';
import { RatingLevel } from '../../shared/ui/risk-level';
import { RowsLink, rowsOfSystem } from '../../shared/ui/rows-link';
import texts from '../../shared/ui/text.module.css';
import type { Context } from './context';
import styles from './issue-context.module.css';

const WORDS: Readonly<Record<Context['contributes'], string>> = {
  implements: 'Implements: its work counts for the requirements below.',
  evidences: 'Evidences: it is a record for the requirements below.',
  requires: 'Requires: the risk is a reason for the controls below; it implements none of them.',
  violates: 'Violates the requirements below while it is open.',
  carries: 'Carries the requirements of an AI system.',
  nothing: 'Contributes nothing yet.',
};

const NOTHING: Partial<Record<Context['kind'], string>> = {
  'corrective-action': 'A corrective action contributes nothing of its own: it corrects a nonconformity.',
  'ai-risk': 'A risk: it names no control that it requires.',
  nonconformity: 'A nonconformity that names no requirement counts for none.',
};

/** What the issue contributes, by its type, in a sentence. */
export function Contribution({ issueId, context }: { issueId: string; context: Context }) {
  const { contributes, kind, figure, risk, nonconformity } = context;
  return (
    <section aria-label="What it contributes">
      <p>{contributes === 'nothing' ? (NOTHING[kind] ?? WORDS.nothing) : WORDS[contributes]}</p>
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
          <span className={texts.aside}>
            {risk.accepted
              ? `accepted${risk.acceptanceExpires === null ? '' : ` until ${dayWords(risk.acceptanceExpires)}`}`
              : risk.aboveThreshold
                ? 'above the threshold'
                : 'not accepted'}
          </span>
        </p>
      )}
      {nonconformity && (
        <p className={texts.aside}>
          {GRADE_WORDS[nonconformity.grade]} · {NONCONFORMITY_STAGE_WORDS[nonconformity.stage]}
          {nonconformity.effectivenessDue !== null &&
            ` · effectiveness review due ${dayWords(nonconformity.effectivenessDue)}`}
        </p>
      )}
    </section>
  );
}
