import DynamicTable from '@atlaskit/dynamic-table';
import Lozenge from '@atlaskit/lozenge';
import { type Row, rowsOf, type Step } from './plan-order';
import styles from './setup.module.css';

const IMPACTS: Readonly<
  Record<Step['impact'], { word: string; appearance: 'default' | 'inprogress' | 'success' | 'removed' }>
> = {
  refuse: { word: 'Refuse', appearance: 'removed' },
  create: { word: 'Create', appearance: 'success' },
  extend: { word: 'Extend', appearance: 'inprogress' },
  adopt: { word: 'Adopt', appearance: 'default' },
  keep: { word: 'Keep', appearance: 'default' },
};
const HEAD = {
  cells: [
    { key: 'impact', content: 'Impact', width: 12 },
    { key: 'what', content: 'What', width: 44 },
    { key: 'why', content: 'Why', width: 44 },
  ],
};

/** A plan with its impact words, on one page. There is no step that removes. */
export function PlanTable({ steps }: { steps: readonly Step[] }) {
  return (
    <DynamicTable
      label="Plan"
      head={HEAD}
      rows={rowsOf(steps).map((row, place) => ({
        key: String(place),
        cells: [
          { content: <Lozenge appearance={IMPACTS[row.impact].appearance}>{IMPACTS[row.impact].word}</Lozenge> },
          { content: <What row={row} /> },
          { content: row.why },
        ],
      }))}
    />
  );
}

function What({ row: { what, of } }: { row: Row }) {
  if (of.length === 0) return <>{what}</>;
  return (
    <details>
      <summary>{what}</summary>
      <ul className={styles.planSteps}>
        {of.map((step) => (
          <li key={step.id}>{step.what}</li>
        ))}
      </ul>
    </details>
  );
}
