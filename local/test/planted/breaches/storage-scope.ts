import type { Breach } from '../breach';

/** The key-value store and the database are used by an app that did not ask for them. */
export const storageScope: Breach = {
  check: 'storage-scope',
  manifest: (text) => text.replace('"storage:app",', ''),
  async breaks({ call }) {
    const key = (await call('kvs', { does: 'set', key: 'a', value: 1 })) as { code?: string };
    const sql = (await call('sql', { statement: 'SELECT 1 AS one' })) as { code?: string };
    return [key.code, sql.code];
  },
  refused: ['FORBIDDEN', 'FORBIDDEN'],
  letThrough: [undefined, undefined],
};
