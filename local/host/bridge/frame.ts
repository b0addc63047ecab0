/**
 * The first script of every app frame: defines `globalThis.__bridge.callBridge` before module code runs, which
 * `@forge/bridge` reads while it loads. Commands go to the page around the frame.
 */
import type { FrameTheme } from './frame-options';
import { decode, encode, HELLO, PORT, type Wire } from './wire';

type Listener = (...parameters: unknown[]) => unknown;
interface Place {
  pathname: string;
  search: string;
  hash: string;
  state: unknown;
  key: string;
}

const callbacks = new Map<number, Listener>();
const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
const unsent: Wire[] = [];
const places = new Set<(place: Place, action: string) => void>();
let next = 1;
let port: MessagePort | null = null;

function send(wire: Wire): void {
  if (port) port.postMessage(wire);
  else unsent.push(wire);
}

function keep(callback: Listener): number {
  callbacks.set(next, callback);
  return next++;
}

function call(command: string, data: unknown): Promise<unknown> {
  const id = next++;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    send({ kind: 'call', id, command, data: encode(data, keep) });
  });
}

function receive(wire: Wire): void {
  if (wire.kind === 'callback') callbacks.get(wire.callback)?.(...wire.parameters);
  if (wire.kind === 'location') for (const listener of [...places]) listener(placeOf(wire.path), 'POP');
  if (wire.kind !== 'answer' && wire.kind !== 'failed') return;
  const entry = waiting.get(wire.id);
  waiting.delete(wire.id);
  if (wire.kind === 'answer')
    entry?.resolve(decode(wire.value, (callback, parameters) => send({ kind: 'callback', callback, parameters })));
  else entry?.reject(new Error(wire.message));
}

function placeOf(path: string, state: unknown = null): Place {
  const url = new URL(path, 'http://frame');
  return { pathname: url.pathname, search: url.search, hash: url.hash, state, key: String(next++) };
}

const pathOf = (target: string | Partial<Place>) =>
  typeof target === 'string' ? target : `${target.pathname ?? '/'}${target.search ?? ''}${target.hash ?? ''}`;

/** The part of `history` version 4 that `view.createHistory` promises. */
async function createHistory(): Promise<unknown> {
  const history = {
    action: 'POP',
    length: 1,
    location: placeOf(String(await call('location', undefined))),
    createHref: (target: string | Partial<Place>) => pathOf(target),
    push: (target: string | Partial<Place>, state?: unknown) => move('PUSH', target, state),
    replace: (target: string | Partial<Place>, state?: unknown) => move('REPLACE', target, state),
    go: (delta: number) => void call('historyGo', delta),
    goBack: () => void call('historyGo', -1),
    goForward: () => void call('historyGo', 1),
    listen(listener: (place: Place, action: string) => void) {
      places.add(listener);
      return () => places.delete(listener);
    },
    block: () => () => {},
  };
  function move(action: 'PUSH' | 'REPLACE', target: string | Partial<Place>, state?: unknown): void {
    history.location = placeOf(
      new URL(pathOf(target), `http://frame${history.location.pathname}`).href.slice('http://frame'.length),
      state,
    );
    history.action = action;
    void call('historyMove', { action, path: pathOf(history.location) });
    for (const listener of [...places]) listener(history.location, action);
  }
  return history;
}

async function subscribe(command: string, data: { event: string; callback: Listener }): Promise<unknown> {
  const id = keep(data.callback);
  await call(command, { event: data.event, callback: id });
  return {
    unsubscribe() {
      callbacks.delete(id);
      void call('off', { callback: id });
    },
  };
}

async function enableTheming(): Promise<void> {
  const apply = (theme: unknown) => {
    const { colorMode, contrastMode } = theme as FrameTheme;
    Object.assign(document.documentElement.dataset, { colorMode, contrastMode });
    document.documentElement.dataset.theme = 'light:light dark:dark spacing:spacing typography:typography shape:shape';
  };
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = '/__theme.css';
  document.head.append(sheet);
  apply(await call('enableTheming', { onChange: apply }));
}

function callBridge(command: string, data?: unknown): Promise<unknown> {
  if (command === 'createHistory') return createHistory();
  if (command === 'on' || command === 'onPublic')
    return subscribe(command, data as { event: string; callback: Listener });
  if (command === 'enableTheming') return enableTheming();
  return call(command, data);
}

Object.assign(globalThis, { __bridge: { callBridge } });

addEventListener('message', (event) => {
  if (event.source !== parent || (event.data as { kind?: string } | null)?.kind !== PORT || port) return;
  port = event.ports[0] ?? null;
  if (!port) return;
  port.onmessage = (message) => receive(message.data as Wire);
  for (const wire of unsent.splice(0)) port.postMessage(wire);
});
parent.postMessage({ kind: HELLO }, '*');

addEventListener('DOMContentLoaded', () => {
  new ResizeObserver(() => send({ kind: 'height', height: document.documentElement.offsetHeight })).observe(
    document.documentElement,
  );
});
