/** What the host and a worker say to each other. Everything is plain data. */

export interface FetchMeta {
  /** `fpp` product REST and queues, `kvs`, `sql`; others exist on the platform and are refused. */
  type: string;
  provider?: string;
  remote?: string;
  accountId?: string;
}

export interface Answer {
  status: number;
  statusText?: string;
  headers: Record<string, string>;
  body: string | null;
}

/** The `appContext` and friends that `@forge/api` reads from `globalThis.__forge_runtime__`. */
export interface RuntimeFacts {
  appContext: Record<string, unknown>;
  contextAri: string;
  aaid: string | null;
}

export type ToWorker =
  | {
      kind: 'invoke';
      id: string;
      handler: string;
      parameters: unknown[];
      runtime: RuntimeFacts;
      deadline: number;
      now: number;
    }
  | { kind: 'answer'; call: number; answer: Answer; now: number }
  | { kind: 'fired'; timer: number; now: number };

export type ToHost =
  | { kind: 'ready' }
  | {
      kind: 'fetch';
      call: number;
      meta: FetchMeta;
      path: string;
      init: { method: string; headers: Record<string, string>; body: string | null };
    }
  | { kind: 'timer'; timer: number; milliseconds: number }
  | { kind: 'cancel'; timer: number }
  /** Nothing can go on in the worker before an answer or a timer comes; `heard` counts what it was told in this invocation. */
  | { kind: 'idle'; heard: number }
  | { kind: 'log'; level: string; line: string }
  /** The worker ends itself: heap and buffers are more than its memory. */
  | { kind: 'full' }
  | { kind: 'done'; result: unknown; memory: number }
  | { kind: 'failed'; name: string; message: string; stack: string; memory: number };

export interface WorkerData {
  bundle: string;
  virtual: boolean;
  /** What heap and buffers together may have; null looks at the heap alone, which its own limit ends. */
  memoryBytes: number | null;
}
