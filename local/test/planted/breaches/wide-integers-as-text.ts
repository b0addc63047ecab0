import type { Breach } from '../breach';

/** A BIGINT is taken for a number. */
export const wideIntegers: Breach = {
  check: 'wide-integers-as-text',
  async breaks({ call }) {
    const sql = (statement: string) => call('sql', { statement });
    await sql('CREATE TABLE IF NOT EXISTS instant (id INT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (id))');
    await sql('INSERT INTO instant (id, at) VALUES (1, 1767603600000)');
    return ((await sql('SELECT id, at FROM instant')) as { rows: unknown }).rows;
  },
  refused: [{ id: 1, at: '1767603600000' }],
  letThrough: [{ id: 1, at: 1_767_603_600_000 }],
};
