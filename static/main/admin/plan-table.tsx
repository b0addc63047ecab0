import DynamicTable from '@atlaskit/dynamic-table';
import Lozenge from '@atlaskit/lozenge';
import type { Output } from '../../../src/contract/procedures';

type Step = Output<'setup.plan'>['steps'][number];

const IMPACTS: Readonly<
  Record<Step['impact'], { word: string; appearance: 'default' | 'inprogress' | 'success' | 'removed' }>
> = {
  create: { word: 'Create', appearance: 'success' },
  extend: { word: 'Extend', appearance: 'inprogress' },
  adopt: { word: 'Adopt', appearance: 'default' },
  keep: { word: 'Keep', appearance: 'default' },
  refuse: { word: 'Refuse', appearance: 'removed' },
};
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
      rows={steps.map(({ id, impact, what, why }) => ({
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
