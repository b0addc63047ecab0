import type { Input, Output } from '../../../src/contract/procedures';
import { numberOf } from '../../../src/contract/requirement-id';
import { dayWords } from '../../../src/words/days';
import {
  AGE_WORDS,
  type Age,
  GRADE_WORDS,
  NONCONFORMITY_STAGE_WORDS,
  openShownWords,
  stageWords,
} from '../../../src/words/nonconformities';
import { counted, countWords } from '../../../src/words/numbers';
import {
  EFFECTIVENESS_DUE,
  EFFECTIVENESS_DUE_SOON,
  LISTS_OF_NONCONFORMITIES,
  LOADING_NONCONFORMITIES,
  NEITHER_GOOD_NOR_BAD,
  NO_NONCONFORMITY,
  NO_NONCONFORMITY_MATCHES,
  NONCONFORMITIES_NOT_SHOWN,
  OPEN_BY_AGE,
  STEP,
} from '../../../src/words/screens/improvement';
import { SHOW_ALL } from '../../../src/words/screens/shared/common';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { goTo, usePlace } from '../../shared/place';
import { LinkButton } from '../../shared/ui/link-button';
import { ListChoice } from '../../shared/ui/list-choice';
import { Notice } from '../../shared/ui/notice';
import { PlainTable } from '../../shared/ui/plain-table';
import { ReadView } from '../../shared/ui/read-view';
import { type Column, Register, type Row } from '../../shared/ui/register';
import { issueColumn, OWNER_COLUMN } from '../../shared/ui/register-columns';
import { FieldFilters, fieldColumns, useFieldFilter } from '../../shared/ui/register-fields';
import { RowsLink } from '../../shared/ui/rows-link';
import texts from '../../shared/ui/text.module.css';
import styles from './improvement.module.css';
import { StageTable } from './stage-table';

type Totals = Output<'nonconformities.overview'>;
type Only = Input<'nonconformities.list'>['only'];

const LISTS = [
  { id: 'open', word: 'Open', count: ({ open }: Totals) => open },
  { id: 'overdue', word: 'Overdue', count: ({ overdue }: Totals) => overdue },
  {
    id: 'effectiveness-due',
    word: EFFECTIVENESS_DUE_SOON,
    count: ({ effectivenessDue }: Totals) => effectivenessDue,
  },
  { id: 'closed', word: 'Closed', count: ({ closed }: Totals) => closed },
] as const satisfies readonly { id: Only; word: string; count: (totals: Totals) => number }[];

const keyOf = <Key extends string>(words: Readonly<Record<Key, string>>, value: string | null): Key | null =>
  value !== null && Object.hasOwn(words, value) ? (value as Key) : null;

/** Open nonconformities by grade and stage, by age, and the register. */
export function Nonconformities({ projectId }: { projectId: string | null }) {
  const { reading, retry } = useProcedure('nonconformities.overview', { projectId });
  const [list] = usePlace('list');
  const grade = keyOf(GRADE_WORDS, usePlace('grade')[0]);
  const stage = keyOf(NONCONFORMITY_STAGE_WORDS, usePlace('stage')[0]);
  const age = keyOf(AGE_WORDS, usePlace('age')[0]);
  const fields = useFieldFilter('nonconformity');
  const only: Only = LISTS.find(({ id }) => id === list)?.id ?? 'open';
  return (
    <>
      <ReadView reading={reading} retry={retry} waiting={LOADING_NONCONFORMITIES} failed={NONCONFORMITIES_NOT_SHOWN}>
        {(totals) => (
          <>
            {totals.open + totals.closed > 0 && (
              <div className={styles.sums}>
                <StageTable
                  totals={totals}
                  onChoose={(chosen) => goTo({ list: null, age: null, grade: null, stage: null, ...chosen })}
                />
                <Ages totals={totals} />
              </div>
            )}
            <ListChoice
              label={LISTS_OF_NONCONFORMITIES}
              choices={LISTS.map(({ id, word, count }) => ({ id, word, count: count(totals) }))}
              chosen={grade || stage || age ? null : only}
              onChoose={(id) => goTo({ list: id === 'open' ? null : id, grade: null, stage: null, age: null })}
            />
          </>
        )}
      </ReadView>
      {(grade || stage || age) && (
        <p className={texts.small}>
          Open:{' '}
          {[grade && GRADE_WORDS[grade], stage && NONCONFORMITY_STAGE_WORDS[stage], age && AGE_WORDS[age]]
            .filter(Boolean)
            .join(', ')}{' '}
          · <LinkButton onClick={() => goTo({ grade: null, stage: null, age: null })}>{SHOW_ALL}</LinkButton>
        </p>
      )}
      <FieldFilters kind="nonconformity" />
      {reading.state !== 'failed' && (
        <Register
          procedure="nonconformities.list"
          label="Nonconformities"
          filter={{ projectId, only, grade, stage, age, fields }}
          columns={only === 'closed' ? CLOSED_COLUMNS : COLUMNS}
          noun={['nonconformity', 'nonconformities']}
          onRefresh={retry}
          empty={
            reading.state === 'loaded' && reading.data.open + reading.data.closed === 0
              ? NO_NONCONFORMITY
              : NO_NONCONFORMITY_MATCHES
          }
        />
      )}
      <Notice>{NEITHER_GOOD_NOR_BAD}</Notice>
    </>
  );
}

function Ages({ totals }: { totals: Totals }) {
  return (
    <PlainTable>
      <caption>{OPEN_BY_AGE}</caption>
      <tbody>
        {(Object.keys(AGE_WORDS) as Age[])
          .filter((age) => age !== 'unknown' || (totals.byAge.unknown ?? 0) > 0)
          .map((age) => (
            <tr key={age}>
              <th scope="row">{AGE_WORDS[age]}</th>
              <td>
                {(totals.byAge[age] ?? 0) === 0 ? (
                  <span className={texts.subtle}>0</span>
                ) : (
                  <LinkButton
                    aria-label={openShownWords(totals.byAge[age] ?? 0, AGE_WORDS[age])}
                    onClick={() => goTo({ age, list: null, grade: null, stage: null })}
                  >
                    {countWords(totals.byAge[age] ?? 0)}
                  </LinkButton>
                )}
              </td>
            </tr>
          ))}
      </tbody>
    </PlainTable>
  );
}

const COLUMNS: readonly Column<'nonconformities.list'>[] = [
  issueColumn('finding', 'Nonconformity', 30),
  {
    key: 'grade',
    title: 'Grade',
    width: 9,
    sort: 'grade',
    cell: ({ grade }) => (grade === 'major' ? <strong>{GRADE_WORDS.major}</strong> : GRADE_WORDS[grade]),
  },
  {
    key: 'stage',
    title: STEP,
    width: 13,
    sort: 'stage',
    cell: stageWords,
  },
  {
    key: 'age',
    title: 'Age',
    width: 9,
    sort: 'age',
    cell: ({ ageInDays }) => (ageInDays === null ? '–' : counted(ageInDays, 'day', 'days')),
  },
  { key: 'due', title: EFFECTIVENESS_DUE, width: 14, sort: 'due', cell: (row) => <Due row={row} /> },
  ...fieldColumns('nonconformity'),
  {
    key: 'violates',
    title: 'Violates',
    width: 13,
    cell: ({ requirements }) => (requirements.length === 0 ? '–' : <Violated requirements={requirements} />),
  },
  OWNER_COLUMN,
];
/** The age of a closed one ends with its closing, which the register cannot sort by. */
const CLOSED_COLUMNS = COLUMNS.map(({ sort, ...column }) =>
  sort === undefined || sort === 'age' ? column : { ...column, sort },
);

function Violated({ requirements }: { requirements: readonly string[] }) {
  return requirements.map((id, place) => (
    <span key={id}>
      {place > 0 && ', '}
      <RowsLink to={{ requirement: id }}>{numberOf(id)}</RowsLink>
    </span>
  ));
}

function Due({ row }: { row: Row<'nonconformities.list'> }) {
  if (row.effectivenessDue === null) return <span className={texts.subtle}>–</span>;
  return (
    <span className={row.overdue ? texts.overdue : undefined}>
      {row.overdue && 'overdue: '}
      {dayWords(row.effectivenessDue)}
    </span>
  );
}
