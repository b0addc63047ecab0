import { memo } from 'react';
import type { Output } from '../../../src/contract/procedures';
import type { Opener } from '../../shared/hooks/use-panel';
import { IssueLink } from '../../shared/ui/issue-link';
import { LinkButton } from '../../shared/ui/link-button';
import { SHORT_STAGES } from '../../shared/ui/stages';
import texts from '../../shared/ui/text.module.css';
import type { Columns } from './columns';
import styles from './matrix.module.css';
import type { MatrixRow } from './use-matrix';

export type Issue = Output<'issues.titles'>['issues'][number];

/** `aria-rowindex` and `aria-colindex` of the first cell: before it come the head, and the system with its stage. */
export const FIRST_ROW = 2;
export const FIRST_COLUMN = 3;

interface Props {
  index: number;
  row: MatrixRow;
  columns: Columns;
  /** In pixels below the top of the table. */
  top: number;
  /** Undefined while the title is on its way. */
  issue: Issue | null | undefined;
  /** The column that Tab reaches, when it lies in this row. */
  active: number | null;
  /** The requirement whose reasons are shown, when it is this row's. */
  opened: string | null;
  onSystem: Opener;
}

export const Row = memo(function Row({ index, row, columns, top, issue, active, opened, onSystem }: Props) {
  return (
    <tr className={styles.row} aria-rowindex={index + FIRST_ROW} style={{ transform: `translateY(${top}px)` }}>
      <th scope="row" className={styles.first} aria-colindex={1}>
        {issue ? (
          <>
            <IssueLink issueKey={issue.key} />{' '}
            <LinkButton
              tabIndex={-1}
              className={styles.name}
              title={issue.summary}
              onClick={(event) => onSystem(row.issueId, event.currentTarget)}
            >
              {issue.summary}
            </LinkButton>
          </>
        ) : (
          <span className={texts.subtle}>…</span>
        )}
      </th>
      <Cells stage={row.stage} states={row.states} columns={columns} active={active} opened={opened} />
    </tr>
  );
});

type CellsProps = Pick<Props, 'columns' | 'active' | 'opened'> & Pick<MatrixRow, 'stage' | 'states'>;

/** Most rows look alike: one that takes the elements of its like over leaves them as they are. */
const Cells = memo(function Cells({ stage, states, columns, active, opened }: CellsProps) {
  const looks = columns.map(({ looks, uncounted }, column) => looks[states[column] ?? ''] ?? uncounted);
  const due = looks.filter((look) => look.due).length;
  const done = looks.filter((look) => look.done).length;
  return (
    <>
      <td className={`${styles.stage} ${texts.subtle}`} aria-colindex={2}>
        {SHORT_STAGES[stage]}
      </td>
      {looks.map(({ sign, className, label }, column) => (
        <td
          key={columns[column]?.id}
          aria-colindex={column + FIRST_COLUMN}
          aria-label={label}
          className={opened !== null && columns[column]?.id === opened ? `${className} ${styles.opened}` : className}
          tabIndex={active === column ? 0 : undefined}
        >
          {sign}
        </td>
      ))}
      <td className={`${styles.done} ${texts.small}`} aria-colindex={columns.length + FIRST_COLUMN}>
        {due === 0 ? 'none due' : `${done} of ${due}`}
      </td>
    </>
  );
});
