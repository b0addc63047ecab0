import '@atlaskit/css-reset';
import DynamicTable from '@atlaskit/dynamic-table';
import { token } from '@atlaskit/tokens';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

const ROWS = Array.from({ length: 20 }, (_, row) => ({
  key: String(row),
  cells: [{ key: 'name', content: `Row ${row}` }],
}));

/** What a page of Atlaskit costs before it does anything: React, tokens and one table of 20 rows. */
createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <div style={{ padding: token('space.200') }}>
      <DynamicTable
        caption="Bare"
        head={{ cells: [{ key: 'name', content: 'Name', isSortable: true }] }}
        rows={ROWS}
        rowsPerPage={20}
      />
    </div>
  </StrictMode>,
);
