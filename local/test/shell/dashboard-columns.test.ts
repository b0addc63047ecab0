import { columnsOf, endOf, movesOf, placeForNew } from '../../shell/jira/dashboards/columns';
import type { Gadget } from '../../shell/jira/dashboards/gadget';

const gadget = (id: number, column: number, row: number): Gadget => ({
  id,
  title: `Gadget ${id}`,
  position: { column, row },
});
const ids = (columns: Gadget[][]) => columns.map((column) => column.map(({ id }) => id));

test('a dashboard has two columns, or as many as its gadgets stand in', () => {
  expect(ids(columnsOf([]))).toEqual([[], []]);
  expect(ids(columnsOf([gadget(1, 0, 0)]))).toEqual([[1], []]);
  expect(ids(columnsOf([gadget(1, 2, 0), gadget(2, 0, 0)]))).toEqual([[2], [], [1]]);
});

test('gadgets stand by their rows, with or without gaps between them', () => {
  expect(ids(columnsOf([gadget(1, 0, 7), gadget(2, 0, 1), gadget(3, 1, 0)]))).toEqual([[2, 1], [3]]);
});

test('a new gadget goes below the column with the fewest, the left one first', () => {
  expect(placeForNew(columnsOf([]))).toEqual({ column: 0, row: 0 });
  expect(placeForNew(columnsOf([gadget(1, 0, 0)]))).toEqual({ column: 1, row: 0 });
  expect(placeForNew(columnsOf([gadget(1, 0, 4), gadget(2, 1, 0)]))).toEqual({ column: 0, row: 5 });
});

test('a gadget can be moved to the end of a neighbouring column, and not out of the dashboard', () => {
  const columns = columnsOf([gadget(1, 0, 0), gadget(2, 1, 3)]);
  expect(endOf(columns, 1)).toEqual({ column: 1, row: 4 });
  expect(movesOf(columns, gadget(1, 0, 0))).toEqual([{ word: 'Move to the right column', to: { column: 1, row: 4 } }]);
  expect(movesOf(columns, gadget(2, 1, 3))).toEqual([{ word: 'Move to the left column', to: { column: 0, row: 1 } }]);
  const three = columnsOf([gadget(1, 1, 0), gadget(2, 2, 0)]);
  expect(movesOf(three, gadget(1, 1, 0)).map(({ to }) => to.column)).toEqual([0, 2]);
});
