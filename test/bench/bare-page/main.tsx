import '@atlaskit/css-reset';
import DynamicTable from '@atlaskit/dynamic-table';
import { token } from '@atlaskit/tokens';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

const ROWS = Array.from({ length: 20 }, (_, row) => ({
  key: String(row),
  cells: [{ key: 'name', content: `Row ${row}` }],
}));

/** What a page of Atlaskit costs before it does anything: React, tokens, TanStack Query and one table of 20 rows. */
function Bare() {
  const { data = [] } = useQuery({ queryKey: ['rows'], queryFn: async () => ROWS });
  return (
    <div style={{ padding: token('space.200') }}>
      <DynamicTable
        caption="Bare"
        head={{ cells: [{ key: 'name', content: 'Name', isSortable: true }] }}
        rows={data}
        rowsPerPage={20}
      />
    </div>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={new QueryClient()}>
      <Bare />
    </QueryClientProvider>
  </StrictMode>,
);
