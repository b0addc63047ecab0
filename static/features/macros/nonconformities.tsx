import type { Output } from '../../../src/contract/procedures';
import {
  AGE_WORDS,
  effectivenessDueWords,
  GRADE_WORDS,
  gradesShown,
  MORE_MAY_BE_BETTER,
  NONCONFORMITY_STAGE_WORDS,
  openShownWords,
  SINCE_DETECTION,
} from '../../../src/words/nonconformities';
import { NO_NONCONFORMITY_HERE, OPEN_BY_AGE, OPEN_BY_STEP } from '../../../src/words/screens/macros/nonconformities';
import { NONCONFORMITIES_TITLE } from '../../../src/words/screens/macros/titles';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { useScopeTitle } from '../../shared/hooks/use-scope-title';
import { projectOf, type Scope, scopeFrom } from '../../shared/scope';
import { RowsLink, type RowsPlace } from '../../shared/ui/rows-link';
import ruled from '../../shared/ui/ruled-table.module.css';
import { InvalidScope } from './invalid-scope';
import type { MacroProps } from './macro';
import { MacroFrame } from './macro-frame';
import { MacroReading } from './macro-reading';
import styles from './macros.module.css';
import { Summary } from './summary';

type Overview = Output<'nonconformities.overview'>;
type Grade = Overview['byGradeAndStage'][number]['grade'];
type Stage = Overview['byGradeAndStage'][number]['stage'];

/** Open nonconformities by grade and stage, and how old they are. Counts only, the same for every reader. */
export function Nonconformities(macro: MacroProps) {
  const scope = scopeFrom(macro.config.scope);
  if (scope === null) return <InvalidScope title={NONCONFORMITIES_TITLE} macro={macro} />;
  return <Open scope={scope} macro={macro} />;
}

function Open({ scope, macro }: { scope: Scope; macro: MacroProps }) {
  const { reading, retry } = useProcedure('nonconformities.overview', {
    projectId: projectOf(scope),
    ...(scope.kind === 'system' ? { systemIssueId: scope.issueId } : {}),
  });
  const title = useScopeTitle(scope);
  return (
    <MacroReading title={NONCONFORMITIES_TITLE} scope={scope} reading={reading} retry={retry} macro={macro}>
      {(overview) => (
        <MacroFrame
          title={NONCONFORMITIES_TITLE}
          scopeTitle={title}
          asOf={overview.asOf}
          timeZone={macro.timeZone}
          figures={false}
        >
          {overview.open + overview.closed === 0 ? (
            <p>{NO_NONCONFORMITY_HERE}</p>
          ) : (
            <Summary parts={summaryOf(overview)} />
          )}
          {overview.open > 0 && (
            <div className={styles.maps}>
              <StageTable overview={overview} />
              <AgeTable overview={overview} />
            </div>
          )}
          <p className={styles.notice}>{MORE_MAY_BE_BETTER}</p>
        </MacroFrame>
      )}
    </MacroReading>
  );
}

const rowsOf = (filter: Readonly<Record<string, string>>): RowsPlace => ({ page: 'improvement', ...filter });

function summaryOf({ open, closed, overdue, effectivenessDue }: Overview) {
  return [
    { words: `${open} open`, to: rowsOf({}) },
    { words: `${closed} closed`, to: rowsOf({ list: 'closed' }) },
    ...(overdue > 0 ? [{ words: `${overdue} overdue`, to: rowsOf({ list: 'overdue' }) }] : []),
    ...(effectivenessDue > 0
      ? [
          {
            words: effectivenessDueWords(effectivenessDue),
            to: rowsOf({ list: 'effectiveness-due' }),
          },
        ]
      : []),
  ];
}

const wordsOf = <Key extends string>(words: Readonly<Record<Key, string>>): [Key, string][] =>
  Object.entries(words) as [Key, string][];

function StageTable({ overview }: { overview: Overview }) {
  const grades = gradesShown(overview.byGradeAndStage);
  const count = (grade: Grade, stage: Stage) =>
    overview.byGradeAndStage.find((entry) => entry.grade === grade && entry.stage === stage)?.count ?? 0;
  return (
    <table className={ruled.table}>
      <caption>{OPEN_BY_STEP}</caption>
      <thead>
        <tr>
          <th scope="col">Step</th>
          {grades.map((grade) => (
            <th key={grade} scope="col">
              {GRADE_WORDS[grade]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {wordsOf(NONCONFORMITY_STAGE_WORDS)
          .filter(([stage]) => stage !== 'closed')
          .map(([stage, word]) => (
            <tr key={stage}>
              <th scope="row">{word}</th>
              {grades.map((grade) => (
                <td key={grade}>
                  <Count count={count(grade, stage)} of={`${GRADE_WORDS[grade]}, ${word}`} rows={{ grade, stage }} />
                </td>
              ))}
            </tr>
          ))}
      </tbody>
    </table>
  );
}

function AgeTable({ overview }: { overview: Overview }) {
  return (
    <table className={ruled.table}>
      <caption>{OPEN_BY_AGE}</caption>
      <thead>
        <tr>
          <th scope="col">{SINCE_DETECTION}</th>
          <th scope="col">Open</th>
        </tr>
      </thead>
      <tbody>
        {wordsOf(AGE_WORDS)
          .filter(([age]) => age !== 'unknown' || (overview.byAge.unknown ?? 0) > 0)
          .map(([age, word]) => (
            <tr key={age}>
              <th scope="row">{word}</th>
              <td>
                <Count count={overview.byAge[age] ?? 0} of={word} rows={{ age }} />
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

function Count({ count, of, rows }: { count: number; of: string; rows: Readonly<Record<string, string>> }) {
  if (count === 0) return <>–</>;
  return (
    <RowsLink to={rowsOf(rows)} label={openShownWords(count, of)}>
      {count}
    </RowsLink>
  );
}
