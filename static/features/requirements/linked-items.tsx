import DynamicTable from '@atlaskit/dynamic-table';
import { dayWords } from '../../../src/words/days';
import { LINKED_ITEMS, NONE_NEEDED, NONE_YET, REVIEW_DUE } from '../../../src/words/screens/requirements/detail';
import { NONE_THAT_YOU_MAY_SEE } from '../../../src/words/screens/shared/common';
import { ItemLink } from '../../shared/ui/issue-link';
import tables from '../../shared/ui/table.module.css';
import texts from '../../shared/ui/text.module.css';
import type { Detail } from './detail';
import styles from './requirements.module.css';

type Item = Detail['cells'][number]['reasons'][number]['items'][number];

const ROWS_PER_PAGE = 10;
const HEAD = {
  cells: [
    { key: 'item', content: 'Item', isSortable: true, width: 44 },
    { key: 'role', content: 'Role', isSortable: true, width: 20 },
    { key: 'status', content: 'Status', isSortable: true, width: 16 },
    { key: 'review', content: REVIEW_DUE, isSortable: true, width: 20 },
  ],
};

/** Every item that a reason names, once, as far as the viewer may open it. */
export function LinkedItems({ detail }: { detail: Detail }) {
  const items = new Map<string, Item>();
  const reasons = detail.cells.flatMap((cell) => cell.reasons);
  for (const item of reasons.flatMap((reason) => reason.items)) items.set(item.address, item);
  const hidden = Math.max(0, ...reasons.map((reason) => reason.hidden));
  if (items.size === 0) {
    return (
      <p className={texts.subtle}>
        {hidden > 0
          ? NONE_THAT_YOU_MAY_SEE
          : detail.tile.state === 'gap' || detail.tile.state === 'undecided'
            ? NONE_YET
            : NONE_NEEDED}
      </p>
    );
  }
  return (
    <div className={`${tables.frame} ${styles.items}`}>
      <DynamicTable
        label={LINKED_ITEMS}
        head={HEAD}
        rows={[...items.values()].map(rowOf)}
        rowsPerPage={ROWS_PER_PAGE}
      />
    </div>
  );
}

function rowOf(item: Item) {
  return {
    key: item.address,
    cells: [
      {
        key: item.key || item.summary,
        content: (
          <>
            <ItemLink address={item.address}>{item.key || 'Page'}</ItemLink> {item.summary}
          </>
        ),
      },
      { key: item.role, content: item.role },
      { key: item.status, content: item.status },
      { key: item.reviewDue ?? '9999', content: item.reviewDue === null ? '–' : dayWords(item.reviewDue) },
    ],
  };
}
