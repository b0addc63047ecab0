import type { Input, Output } from '../../../src/contract/procedures';
import { dayWords } from '../../../src/words/days';
import { countWords } from '../../../src/words/numbers';
import {
  ABOVE_THRESHOLD,
  EXPIRED,
  EXPIRING,
  LISTS_OF_RISKS,
  LOADING_RISKS,
  NO_RISK,
  NO_RISK_MATCHES,
  RISKS_NOT_SHOWN,
  totalWords,
} from '../../../src/words/screens/risks';
import { AI_RISK, AI_RISKS, AI_SYSTEMS, NOT_RATED, SHOW_ALL } from '../../../src/words/screens/shared/common';
import { TREATMENT_WORDS } from '../../../src/words/vocabulary';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { goTo, usePlace } from '../../shared/place';
import { HeatBands, HeatMap, type Square } from '../../shared/ui/heat-map';
import { IssueLink } from '../../shared/ui/issue-link';
import { LinkButton } from '../../shared/ui/link-button';
import { ListChoice } from '../../shared/ui/list-choice';
import { ReadView } from '../../shared/ui/read-view';
import { type Column, Register, type Row } from '../../shared/ui/register';
import { issueColumn, OWNER_COLUMN } from '../../shared/ui/register-columns';
import { FieldFilters, fieldColumns, useFieldFilter } from '../../shared/ui/register-fields';
import { RatingLevel } from '../../shared/ui/risk-level';
import texts from '../../shared/ui/text.module.css';
import styles from './risks.module.css';

type Counts = Output<'risks.overview'>;
type Only = Input<'risks.list'>['only'];

/** Lists of the register, by their value in the address. */
const LISTS = [
  { id: 'all', word: 'All', count: ({ total }: Counts) => total },
  {
    id: 'above-threshold',
    word: ABOVE_THRESHOLD,
    count: ({ aboveThreshold }: Counts) => aboveThreshold,
  },
  { id: 'unrated', word: NOT_RATED, count: ({ inherent }: Counts) => inherent.unrated },
  {
    id: 'acceptance-expiring',
    word: EXPIRING,
    count: ({ acceptanceExpiring }: Counts) => acceptanceExpiring,
  },
  { id: 'acceptance-expired', word: EXPIRED, count: ({ acceptanceExpired }: Counts) => acceptanceExpired },
] as const satisfies readonly { id: Only; word: string; count: (totals: Counts) => number }[];

/** Both heat maps side by side, each square a way to its rows, and the register. */
export function Risks({ projectId }: { projectId: string | null }) {
  const { reading, retry } = useProcedure('risks.overview', { projectId });
  const [list] = usePlace('list');
  const [place] = usePlace('square');
  const fields = useFieldFilter('ai-risk');
  const only: Only = LISTS.find(({ id }) => id === list)?.id ?? 'all';
  const chosen = squareFrom(place);
  return (
    <>
      <ReadView reading={reading} retry={retry} waiting={LOADING_RISKS} failed={RISKS_NOT_SHOWN}>
        {(totals) => (
          <>
            {totals.total > 0 && <Totals totals={totals} only={only} chosen={chosen} place={place} />}
            {chosen && (
              <p className={texts.small}>
                {chosen.map === 'inherent' ? 'Inherent' : 'Residual'}: {totals.scale.likelihood[chosen.likelihood - 1]}{' '}
                × {totals.scale.consequence[chosen.consequence - 1]} ·{' '}
                <LinkButton onClick={() => goTo({ square: null })}>{SHOW_ALL}</LinkButton>
              </p>
            )}
          </>
        )}
      </ReadView>
      <FieldFilters kind="ai-risk" />
      {reading.state !== 'failed' && (
        <Register
          procedure="risks.list"
          label={AI_RISKS}
          filter={{ projectId, only, square: chosen, fields }}
          columns={COLUMNS}
          noun={['risk', 'risks']}
          onRefresh={retry}
          empty={only === 'all' && chosen === null ? NO_RISK : NO_RISK_MATCHES}
        />
      )}
    </>
  );
}

interface TotalsProps {
  totals: Counts;
  only: Only;
  chosen: Input<'risks.list'>['square'];
  place: string | null;
}

/** How many risks there are by square and by list; each number leads to its rows. */
function Totals({ totals, only, chosen, place }: TotalsProps) {
  const choose = (map: 'inherent' | 'residual') => (square: Square) => {
    const wanted = `${map}-${square.likelihood}${square.consequence}`;
    goTo({ square: wanted === place ? null : wanted, list: null });
  };
  return (
    <>
      <p className={texts.aside}>{totalWords(totals)}</p>
      <div className={styles.maps}>
        <HeatMap
          heading="Inherent"
          scale={totals.scale}
          {...totals.inherent}
          chosen={chosen?.map === 'inherent' ? chosen : null}
          onChoose={choose('inherent')}
        />
        <HeatMap
          heading="Residual"
          scale={totals.scale}
          {...totals.residual}
          chosen={chosen?.map === 'residual' ? chosen : null}
          onChoose={choose('residual')}
        />
      </div>
      <HeatBands bands={totals.scale.bands} />
      <ListChoice
        label={LISTS_OF_RISKS}
        choices={LISTS.map(({ id, word, count }) => ({ id, word, count: count(totals) }))}
        chosen={chosen ? null : only}
        onChoose={(id) => goTo({ list: id === 'all' ? null : id, square: null })}
      />
    </>
  );
}

function squareFrom(place: string | null): Input<'risks.list'>['square'] {
  const [, map, likelihood, consequence] = /^(inherent|residual)-([1-5])([1-5])$/.exec(place ?? '') ?? [];
  if (map !== 'inherent' && map !== 'residual') return null;
  return { map, likelihood: Number(likelihood), consequence: Number(consequence) };
}

const NOTHING = <span className={texts.subtle}>–</span>;

const COLUMNS: readonly Column<'risks.list'>[] = [
  issueColumn('risk', AI_RISK, 32),
  {
    key: 'inherent',
    title: 'Inherent',
    width: 11,
    sort: 'inherent',
    cell: ({ inherent }) => <RatingLevel rating={inherent} />,
  },
  {
    key: 'residual',
    title: 'Residual',
    width: 11,
    sort: 'residual',
    cell: ({ residual }) => (residual === null ? NOTHING : <RatingLevel rating={residual} />),
  },
  {
    key: 'treatment',
    title: 'Treatment',
    width: 10,
    cell: ({ treatmentOption }) => (treatmentOption === null ? NOTHING : TREATMENT_WORDS[treatmentOption]),
  },
  { key: 'acceptance', title: 'Acceptance', width: 15, sort: 'acceptance', cell: (row) => <Acceptance row={row} /> },
  ...fieldColumns('ai-risk'),
  {
    key: 'systems',
    title: AI_SYSTEMS,
    width: 9,
    cell: ({ key, systems }) =>
      systems === 0 ? (
        <span className={texts.overdue}>none</span>
      ) : (
        <IssueLink issueKey={key}>{countWords(systems)}</IssueLink>
      ),
  },
  OWNER_COLUMN,
];

function Acceptance({ row }: { row: Row<'risks.list'> }) {
  if (!row.accepted)
    return row.aboveThreshold ? (
      <span className={texts.overdue}>not accepted</span>
    ) : (
      <span className={texts.subtle}>{row.status}</span>
    );
  if (row.acceptanceExpires === null) return <span>accepted</span>;
  const expired = row.acceptanceExpired;
  return (
    <span className={expired ? texts.overdue : undefined}>
      {expired ? 'expired' : 'until'} {dayWords(row.acceptanceExpires)}
    </span>
  );
}
