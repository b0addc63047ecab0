import '@atlaskit/css-reset';
import DynamicTable from '@atlaskit/dynamic-table';
import { setGlobalTheme } from '@atlaskit/tokens';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

const ROWS = Array.from({ length: 20 }, (_, row) => ({
  key: String(row),
  cells: [{ key: 'name', content: `Row ${row}` }],
}));

/** What a page of Atlaskit costs before it does anything: the theme and one table of 20 rows. */
async function start(): Promise<void> {
  await setGlobalTheme({ colorMode: 'light' });
  createRoot(document.getElementById('root') as HTMLElement).render(
    <StrictMode>
      <DynamicTable
        caption="Bare"
        head={{ cells: [{ key: 'name', content: 'Name', isSortable: true }] }}
        rows={ROWS}
        rowsPerPage={20}
      />
    </StrictMode>,
  );
}

void start();
