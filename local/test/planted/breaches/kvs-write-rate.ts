import type { Breach } from '../breach';

/** One key is written over and over: 1.2 MB within a second. */
export const kvsWriteRate: Breach = {
  check: 'kvs-write-rate',
  async breaks({ call }) {
    const codes: unknown[] = [];
    for (let time = 0; time < 6; time += 1) {
      const answer = (await call('kvs', { does: 'set', key: 'hot', value: 'x'.repeat(200_000 - 2) })) as {
        code?: string;
      };
      codes.push(answer.code ?? 'ok');
    }
    return codes;
  },
  refused: ['ok', 'ok', 'ok', 'ok', 'ok', 'RATE_LIMIT_EXCEEDED'],
  letThrough: ['ok', 'ok', 'ok', 'ok', 'ok', 'ok'],
};
