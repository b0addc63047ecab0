import type { Output } from '../../../src/contract/procedures';
import { AGE_WORDS, GRADE_WORDS, gradesShown, NONCONFORMITY_STAGE_WORDS } from '../../../src/words/nonconformities';
import { counted } from '../../../src/words/numbers';
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

const TITLE = 'Nonconformities';
type Overview = Output<'nonconformities.overview'>;
type Grade = Overview['byGradeAndStage'][number]['grade'];
type Stage = Overview['byGradeAndStage'][number]['stage'];

/** Open nonconformities by grade and stage, and how old they are. Counts only, the same for every reader. */
export function Nonconformities(macro: MacroProps) {
  const scope = scopeFrom(macro.config.scope);
  if (scope === null) return <InvalidScope title={TITLE} macro={macro} />;
  return <Open scope={scope} macro={macro} />;
}

function Open({ scope, macro }: { scope: Scope; macro: MacroProps }) {
  const { reading, retry } = useProcedure('nonconformities.overview', {
    projectId: projectOf(scope),
    ...(scope.kind === 'system' ? { systemIssueId: scope.issueId } : {}),
  });
  const title = useScopeTitle(scope);
  return (
    <MacroReading title={TITLE} scope={scope} reading={reading} retry={retry} macro={macro}>
      {(overview) => (
        <MacroFrame title={TITLE} scopeTitle={title} asOf={overview.asOf} timeZone={macro.timeZone} figures={false}>
          {overview.open + overview.closed === 0 ? (
            <p>No nonconformity is recorded here yet.</p>
          ) : (
            <Summary parts={summaryOf(overview)} />
          )}
          {overview.open > 0 && (
            <div className={styles.maps}>
              <StageTable overview={overview} />
              <AgeTable overview={overview} />
            </div>
          )}
          <p className={styles.notice}>More nonconformities found may mean better audits.</p>
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
            words: `${counted(effectivenessDue, 'effectiveness review', 'effectiveness reviews')} due in 30 days`,
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
      <caption>Open, by step of clause 10.2</caption>
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
      <caption>Open, by age</caption>
      <thead>
        <tr>
          <th scope="col">Since detection</th>
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
    <RowsLink to={rowsOf(rows)} label={`${count} open, ${of}: show them`}>
      {count}
    </RowsLink>
  );
}
