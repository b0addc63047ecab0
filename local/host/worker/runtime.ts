/**
 * Runs inside a worker thread: what Forge's runtime wrapper is in the cloud. Loads the bundle once, then serves one
 * invocation after another; module-level state of the app stays, as in a warm Lambda.
 */
import { setInterval as everyFew } from 'node:timers';
import { inspect } from 'node:util';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import type { Answer, FetchMeta, ToHost, ToWorker, WorkerData } from './protocol';
import { follow } from './worker-clock';

const port = parentPort;
if (!port) throw new Error('This file runs in a worker thread only.');
const { bundle, virtual, memoryBytes } = workerData as WorkerData;
const post = (message: ToHost) => port.postMessage(message);

const calls = new Map<number, (answer: Answer) => void>();
let nextCall = 1;
let heard = 0;
const clock = follow(
  virtual,
  post,
  () => calls.size,
  () => heard,
);

interface Init {
  method?: string;
  headers?: HeadersInit;
  body?: unknown;
}

async function forgeFetch(meta: FetchMeta, path: string, init: Init = {}): Promise<Response> {
  const call = nextCall++;
  const body = init.body === undefined || init.body === null ? null : String(init.body);
  const headers = Object.fromEntries(new Headers(init.headers ?? {}).entries());
  const answered = new Promise<Answer>((resolve) => calls.set(call, resolve));
  post({ kind: 'fetch', call, meta, path: String(path), init: { method: init.method ?? 'GET', headers, body } });
  clock.watch();
  const answer = await answered;
  memory();
  const empty = answer.status === 204 || answer.status === 304;
  return new Response(empty ? null : answer.body, {
    status: answer.status,
    statusText: answer.statusText ?? '',
    headers: answer.headers,
  });
}

/** The platform's proxy refuses addresses that the manifest does not allow; the local host allows none. */
async function refusedFetch(input: unknown): Promise<never> {
  const error = new Error(
    `URL not included in the external fetch backend permissions: ${String(input)}. Visit go.atlassian.com/forge-egress for more information.`,
  );
  error.name = 'REQUEST_EGRESS_ALLOWLIST_ERR';
  throw error;
}

const noMetrics = {
  counter: () => ({ incr() {} }),
  timing: () => ({ measure: () => ({ stop() {} }) }),
};

for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
  console[level] = (...parts: unknown[]) =>
    post({
      kind: 'log',
      level,
      line: parts.map((part) => (typeof part === 'string' ? part : inspect(part, { depth: 4 }))).join(' '),
    });
}

Object.assign(globalThis, { __forge_fetch__: forgeFetch, fetch: refusedFetch });

let peak = 0;

async function invoke(message: Extract<ToWorker, { kind: 'invoke' }>): Promise<void> {
  peak = 0;
  Object.assign(globalThis, {
    __forge_runtime__: {
      ...message.runtime,
      appContext: { ...message.runtime.appContext, invocationId: message.id },
      lambdaContext: {
        awsRequestId: message.id,
        getRemainingTimeInMillis: () => Math.max(0, message.deadline - Date.now()),
      },
      metrics: noMetrics,
      container: { appCodeDir: bundle },
    },
  });
  try {
    const handlers = require(bundle) as Record<string, unknown>;
    const handler = handlers[message.handler];
    if (typeof handler !== 'function') {
      throw new Error(`The bundle does not export ${message.handler}, which manifest.yml names as a handler.`);
    }
    const result: unknown = await handler(...message.parameters);
    post({
      kind: 'done',
      result: result === undefined ? undefined : JSON.parse(JSON.stringify(result) ?? 'null'),
      memory: memory(),
    });
  } catch (error) {
    const { name, message: text, stack } = error instanceof Error ? error : new Error(String(error));
    post({ kind: 'failed', name, message: text, stack: stack ?? '', memory: memory() });
  }
  // What the handler did not wait for is nobody's any more.
  calls.clear();
  clock.forget();
}

/** Bytes of heap at the fullest moment that was seen: at each call of the platform, and at the end. */
function memory(): number {
  const { used_heap_size: heap, external_memory: buffers } = getHeapStatistics();
  peak = Math.max(peak, heap);
  if (memoryBytes !== null && heap + buffers > memoryBytes) end();
  return peak;
}

/** The heap's limit does not see buffers. What nobody holds any more is collected before an invocation is ended for it. */
function end(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { used_heap_size: heap, external_memory: buffers } = getHeapStatistics();
  if (memoryBytes === null || heap + buffers <= memoryBytes) return;
  post({ kind: 'full' });
  process.exit();
}

/** Large buffers are looked at when they are made: code that makes many of them may never get to a call or a timer. */
const LARGE = 1024 * 1024;
for (const make of ['alloc', 'allocUnsafe', 'allocUnsafeSlow'] as const) {
  const original = Buffer[make] as (size: number, ...more: unknown[]) => Buffer;
  Object.assign(Buffer, {
    [make]: (size: number, ...more: unknown[]) => {
      const made = original(size, ...more);
      if (size >= LARGE) memory();
      return made;
    },
  });
}
/** Other memory beside the heap is looked at while the app waits; by the machine's timer, which no host moves. */
const LOOK_MS = 250;
everyFew(memory, LOOK_MS).unref();

port.on('message', (message: ToWorker) => {
  clock.set(message.now);
  heard = message.kind === 'invoke' ? 1 : heard + 1;
  if (message.kind === 'invoke') void invoke(message);
  else if (message.kind === 'fired') clock.fire(message.timer);
  else {
    const resolve = calls.get(message.call);
    calls.delete(message.call);
    resolve?.(message.answer);
    clock.watch();
  }
});

post({ kind: 'ready' });
