import { Fragment, type ReactNode } from 'react';
import { type Canonical, isCount, isKnown } from '../../../../src/contract/document';
import ruled from '../ruled-table.module.css';
import { type Draw, own, placed, said, told } from './draw';

/** Nothing is said of it besides what it holds and what a table says. */
const isBare = (node: Canonical): boolean => isKnown(node) && !node.marks && node.text === undefined;

const isHead = ({ content = [] }: Canonical): boolean =>
  content.length > 0 && content.every(({ type }) => type === 'tableHeader');

/** A table with its spans; a row of header cells only is its head. */
export function table({ attrs = {}, content = [] }: Canonical, draw: Draw): ReactNode {
  const isNumbered = attrs.isNumberColumnEnabled !== undefined;
  const rows = placed(content);
  const first = rows.findIndex(({ node }) => !isHead(node));
  const head = first === -1 ? [] : rows.slice(0, first);
  const body = rows.slice(head.length);
  const drawn = ({ node, place }: ReturnType<typeof placed>[number]) => (
    <Fragment key={place}>
      {rowOf(node, place < head.length ? null : place - head.length + 1, isNumbered, draw)}
    </Fragment>
  );
  return (
    <table className={ruled.table} data-said={told('isNumberColumnEnabled', attrs)}>
      {head.length > 0 && <thead>{head.map(drawn)}</thead>}
      <tbody>{body.map(drawn)}</tbody>
    </table>
  );
}

function rowOf(row: Canonical, number: number | null, isNumbered: boolean, draw: Draw): ReactNode {
  if (row.type !== 'tableRow' || !isBare(row)) return draw.nodes([row]);
  return (
    <tr>
      {isNumbered && <th scope="row">{number === null ? null : own(String(number))}</th>}
      {placed(row.content ?? []).map(({ node, place }) => (
        <Fragment key={place}>{cellOf(node, draw)}</Fragment>
      ))}
    </tr>
  );
}

function cellOf(cell: Canonical, draw: Draw): ReactNode {
  const { type, attrs: { colspan, rowspan, ...others } = {}, content = [] } = cell;
  if ((type !== 'tableCell' && type !== 'tableHeader') || !isBare(cell)) return draw.nodes([cell]);
  const spans = {
    ...(isCount(colspan) ? { colSpan: colspan } : {}),
    ...(isCount(rowspan) ? { rowSpan: rowspan } : {}),
  };
  const Cell = type === 'tableHeader' ? 'th' : 'td';
  return (
    <Cell {...spans}>
      {said({ ...(isCount(colspan) ? {} : { colspan }), ...(isCount(rowspan) ? {} : { rowspan }), ...others })}
      {draw.nodes(content)}
    </Cell>
  );
}
