import type { Breach } from '../breach';

/** 500 lines of log by a function whose limit is below a minute. */
export const logLines: Breach = {
  check: 'log-lines',
  async breaks({ site, call }) {
    await call('log', { lines: 500 });
    return [site.journal.totals.log, site.journal.list('invocation').at(-1)?.linesDropped];
  },
  refused: [100, 400],
  letThrough: [500, undefined],
};
