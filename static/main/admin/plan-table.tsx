import DynamicTable from '@atlaskit/dynamic-table';
import Lozenge from '@atlaskit/lozenge';
import type { Output } from '../../../src/contract/procedures';

type Step = Output<'setup.plan'>['steps'][number];

/** In the order in which somebody reads a plan: what stops it, what is new, what changes, what is there already. */
const IMPACTS: Readonly<
  Record<Step['impact'], { word: string; appearance: 'default' | 'inprogress' | 'success' | 'removed' }>
> = {
  refuse: { word: 'Refuse', appearance: 'removed' },
  create: { word: 'Create', appearance: 'success' },
  extend: { word: 'Extend', appearance: 'inprogress' },
  adopt: { word: 'Adopt', appearance: 'default' },
  keep: { word: 'Keep', appearance: 'default' },
};
const ORDER = Object.keys(IMPACTS);
const placeOf = ({ impact }: Step): number => ORDER.indexOf(impact);
const ROWS_PER_PAGE = 50;
const HEAD = {
  cells: [
    { key: 'impact', content: 'Impact', isSortable: true, width: 12 },
    { key: 'what', content: 'What', isSortable: true, width: 44 },
    { key: 'why', content: 'Why', width: 44 },
  ],
};

/** Every step of a plan with its impact word. There is no step that removes. */
export function PlanTable({ steps }: { steps: readonly Step[] }) {
  return (
    <DynamicTable
      label="Plan"
      head={HEAD}
      rowsPerPage={ROWS_PER_PAGE}
      rows={steps
        .toSorted((a, b) => placeOf(a) - placeOf(b))
        .map(({ id, impact, what, why }) => ({
          key: id,
          cells: [
            { key: impact, content: <Lozenge appearance={IMPACTS[impact].appearance}>{IMPACTS[impact].word}</Lozenge> },
            { key: what, content: what },
            { key: why, content: why },
          ],
        }))}
    />
  );
}
