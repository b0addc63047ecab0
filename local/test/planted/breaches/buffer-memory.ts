import { type Breach, told } from '../breach';

/** 300 MB of buffers where the manifest allows 128 MB: the engine's own limit looks at the heap alone. */
export const bufferMemory: Breach = {
  check: 'buffer-memory',
  breaks: ({ call }) => told(call('buffers', { pieces: 30 })),
  refused: 'There was an error invoking the function - The function used more than its 128 MB of memory.',
  letThrough: 30,
};
