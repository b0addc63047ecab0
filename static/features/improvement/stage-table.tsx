import type { Output } from '../../../src/contract/procedures';
import {
  GRADE_WORDS,
  type Grade,
  gradesShown,
  NONCONFORMITY_STAGE_WORDS,
  type NonconformityStage,
  openShownWords,
} from '../../../src/words/nonconformities';
import { countWords } from '../../../src/words/numbers';
import { OPEN_BY_GRADE_AND_STEP } from '../../../src/words/screens/improvement';
import { LinkButton } from '../../shared/ui/link-button';
import { PlainTable } from '../../shared/ui/plain-table';
import texts from '../../shared/ui/text.module.css';

type Totals = Output<'nonconformities.overview'>;

const OPEN_STAGES = (Object.keys(NONCONFORMITY_STAGE_WORDS) as NonconformityStage[]).filter(
  (stage) => stage !== 'closed',
);

interface Props {
  totals: Totals;
  onChoose: (chosen: { grade?: Grade; stage?: NonconformityStage }) => void;
}

/** Open nonconformities: grades down, stages across, every number a way to its rows. */
export function StageTable({ totals, onChoose }: Props) {
  const count = (grade: Grade | null, stage: NonconformityStage | null) =>
    totals.byGradeAndStage
      .filter((entry) => (grade === null || entry.grade === grade) && (stage === null || entry.stage === stage))
      .reduce((sum, entry) => sum + entry.count, 0);
  const number = (grade: Grade | null, stage: NonconformityStage | null) => {
    const found = count(grade, stage);
    if (found === 0) return <span className={texts.subtle}>0</span>;
    return (
      <LinkButton
        aria-label={openShownWords(
          found,
          ...(grade ? [GRADE_WORDS[grade]] : []),
          ...(stage ? [NONCONFORMITY_STAGE_WORDS[stage]] : []),
        )}
        onClick={() => onChoose({ ...(grade ? { grade } : {}), ...(stage ? { stage } : {}) })}
      >
        {countWords(found)}
      </LinkButton>
    );
  };
  return (
    <PlainTable>
      <caption>{OPEN_BY_GRADE_AND_STEP}</caption>
      <thead>
        <tr>
          <th scope="col">Grade</th>
          {OPEN_STAGES.map((stage) => (
            <th key={stage} scope="col">
              {NONCONFORMITY_STAGE_WORDS[stage]}
            </th>
          ))}
          <th scope="col">All</th>
        </tr>
      </thead>
      <tbody>
        {gradesShown(totals.byGradeAndStage).map((grade) => (
          <tr key={grade}>
            <th scope="row">{GRADE_WORDS[grade]}</th>
            {OPEN_STAGES.map((stage) => (
              <td key={stage}>{number(grade, stage)}</td>
            ))}
            <td>{number(grade, null)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">All</th>
          {OPEN_STAGES.map((stage) => (
            <td key={stage}>{number(null, stage)}</td>
          ))}
          <td>{number(null, null)}</td>
        </tr>
      </tbody>
    </PlainTable>
  );
}
