import type { Breach } from '../breach';

/** A key of 8,000 characters. */
export const kvsKeyLength: Breach = {
  check: 'kvs-key-length',
  async breaks({ call }) {
    const answer = (await call('kvs', { does: 'set', key: 'k'.repeat(8_000), value: 1 })) as { code?: string };
    return answer.code ?? 'ok';
  },
  refused: 'KEY_TOO_LONG',
  letThrough: 'ok',
};
