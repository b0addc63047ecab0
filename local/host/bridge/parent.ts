/** The page's side of the bridge: mounts an app frame and answers its commands. Compiled for the browser at start. */
import { decode, encode, HELLO, PORT, type Wire } from './wire';

/** What the host tells the page about the app: `GET /local/app`. */
export interface AppFacts {
  frameOrigin: string;
  cloudId: string;
  environmentId: string;
  appId: string;
  siteUrl: string;
  csrf: string;
  modules: AppModule[];
}

/** A module of the app that has a screen. */
export interface AppModule {
  key: string;
  type: string;
  title: string;
  resource: string | null;
  address: string | null;
  description?: string;
  /** Heading of an issue's panel. */
  label?: string;
  /** A macro with a rich text body says `bodied`. */
  layout?: string;
  /** The form of a macro or of a gadget: its resource, as `main/form`, and how it is shown. */
  form?: { resource: string; size?: string; title?: string; openOnInsert?: boolean };
}

export interface Flag {
  id: string;
  title: string;
  description?: string;
  type: string;
  isAutoDismiss?: boolean;
  actions?: { text: string; onClick?: () => void }[];
}

export interface FrameOptions {
  element: HTMLElement;
  facts: AppFacts;
  moduleKey: string;
  accountId: string | null;
  extension?: Record<string, unknown>;
  /** Names this place of a macro in its page; the module's own name without it. */
  localId?: string;
  /** Another resource of the app than the module's own, as `main/dialog`: for modals. */
  resource?: string;
  colorMode?: 'light' | 'dark';
  locale?: string;
  timezone?: string;
  /** Fixed height in pixels; the frame follows its content without it. */
  height?: number;
  /** Where the app is inside its page: the part of the address behind it. */
  location?: {
    get(): string;
    push(path: string): void;
    replace(path: string): void;
    go(steps: number): void;
    listen(listener: (path: string) => void): () => void;
  };
  onNavigate?(target: Record<string, unknown>): void;
  onFlag?(flag: Flag): void;
  onFlagClosed?(id: string): void;
  onModal?(modal: {
    resource: string | null;
    size: unknown;
    title: string;
    context: unknown;
    onClose: (payload?: unknown) => void;
  }): boolean;
  onClose?(payload: unknown): boolean;
  onSubmit?(payload: unknown): boolean;
  onRefresh?(payload: unknown): boolean;
  onReload?(): void;
  onTitle?(title: string): void;
  /** Gives the address of a navigation target. */
  urlOf?(target: Record<string, unknown>): string;
}

export interface Frame {
  readonly iframe: HTMLIFrameElement;
  setColorMode(mode: 'light' | 'dark'): void;
  /** Tells the app that its page is closed, then removes the frame. */
  close(payload?: unknown): void;
}

/** Refuses a call of the app with a code of the platform, such as INVALID_CONFIG. */
export class BridgeRefusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Listeners of the app's own events: they reach all frames of the page. */
const bus = new Map<string, Set<(payload: unknown) => void>>();

/** Mounts a module of the app in `element`. */
export function mountFrame(options: FrameOptions): Frame {
  const { facts } = options;
  const iframe = document.createElement('iframe');
  // developer.atlassian.com/platform/forge/custom-ui/iframe: no popups, no navigation of the page around.
  iframe.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-forms allow-modals allow-downloads');
  iframe.style.cssText = `border:0;width:100%;display:block;height:${options.height ?? 150}px`;
  iframe.title = facts.modules.find((module) => module.key === options.moduleKey)?.title ?? options.moduleKey;
  const link = new Link(options, iframe);
  const greet = (event: MessageEvent) => {
    if (event.source !== iframe.contentWindow || event.origin !== facts.frameOrigin || event.data?.kind !== HELLO)
      return;
    const channel = new MessageChannel();
    link.open(channel.port1);
    iframe.contentWindow?.postMessage({ kind: PORT }, facts.frameOrigin, [channel.port2]);
  };
  addEventListener('message', greet);
  iframe.src = facts.frameOrigin + addressOf(options);
  options.element.append(iframe);
  return {
    iframe,
    setColorMode: (mode) => link.setColorMode(mode),
    close(payload) {
      removeEventListener('message', greet);
      link.close(payload);
      iframe.remove();
    },
  };
}

function addressOf({ facts, moduleKey, resource }: FrameOptions): string {
  if (resource) return `/resource/${resource}`;
  const address = facts.modules.find((module) => module.key === moduleKey)?.address;
  if (!address) throw new Error(`The app has no screen for the module ${moduleKey}.`);
  return address;
}

class Link {
  private port: MessagePort | null = null;
  private colorMode: string;
  private themed: ((mode: string) => void) | null = null;
  private closed: ((payload?: unknown) => void) | null = null;
  private readonly ends: (() => void)[] = [];
  private readonly subscriptions = new Map<number, () => void>();

  constructor(
    private readonly options: FrameOptions,
    private readonly iframe: HTMLIFrameElement,
  ) {
    this.colorMode = options.colorMode ?? 'light';
  }

  open(port: MessagePort): void {
    this.port?.close();
    this.port = port;
    port.onmessage = (event) => this.receive(event.data as Wire);
    const stop = this.options.location?.listen((path) => this.send({ kind: 'location', path }));
    if (stop) this.ends.push(stop);
  }

  setColorMode(mode: string): void {
    this.colorMode = mode;
    this.themed?.(mode);
  }

  close(payload?: unknown): void {
    this.closed?.(payload);
    for (const end of [...this.ends, ...this.subscriptions.values()]) end();
    // Close after the queued messages have gone.
    setTimeout(() => this.port?.close());
  }

  private send(wire: Wire): void {
    this.port?.postMessage(wire);
  }

  private receive(wire: Wire): void {
    if (wire.kind === 'height' && this.options.height === undefined)
      this.iframe.style.height = `${Math.ceil(wire.height)}px`;
    if (wire.kind !== 'call') return;
    const data = decode(wire.data, (callback, parameters) => this.send({ kind: 'callback', callback, parameters }));
    const command = COMMANDS[wire.command];
    const work = command
      ? Promise.resolve().then(() => command(this, data as never))
      : Promise.reject(new Error(`The local host does not know the bridge command ${wire.command}.`));
    work.then(
      (value) => this.send({ kind: 'answer', id: wire.id, value: encode(value, () => 0) }),
      (error: unknown) =>
        this.send({
          kind: 'failed',
          id: wire.id,
          message: error instanceof Error ? error.message : String(error),
          ...(error instanceof BridgeRefusal ? { code: error.code } : {}),
        }),
    );
  }

  context(): Record<string, unknown> {
    const { facts, moduleKey, accountId, extension, localId, locale = 'en-US', timezone = 'UTC' } = this.options;
    const module = facts.modules.find((candidate) => candidate.key === moduleKey);
    return {
      accountId: accountId ?? undefined,
      cloudId: facts.cloudId,
      siteUrl: facts.siteUrl,
      environmentId: facts.environmentId,
      environmentType: 'DEVELOPMENT',
      moduleKey,
      localId: localId ?? `ari:cloud:ecosystem::extension/${facts.appId}/${facts.environmentId}/static/${moduleKey}`,
      locale,
      timezone,
      theme: { colorMode: this.colorMode },
      extension: { type: module?.type, ...extension },
    };
  }

  async post(body: Record<string, unknown>): Promise<unknown> {
    const { facts, moduleKey, extension } = this.options;
    const response = await fetch('/local/bridge', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-csrf-token': facts.csrf },
      body: JSON.stringify({ moduleKey, extension, ...body }),
    });
    const answer = (await response.json()) as { result?: unknown; error?: { message: string } };
    if (answer.error) throw new Error(answer.error.message);
    return answer.result;
  }

  subscribe(event: string, callback: number): void {
    const listeners = bus.get(event) ?? new Set();
    bus.set(event, listeners);
    const listener = (payload: unknown) => this.send({ kind: 'callback', callback, parameters: [payload] });
    listeners.add(listener);
    this.subscriptions.set(callback, () => listeners.delete(listener));
  }
  unsubscribe(callback: number): void {
    this.subscriptions.get(callback)?.();
    this.subscriptions.delete(callback);
  }
  theme(onChange: (mode: string) => void): string {
    this.themed = onChange;
    return this.colorMode;
  }
  whenClosed(callback: (payload?: unknown) => void): void {
    this.closed = callback;
  }
  get page(): FrameOptions {
    return this.options;
  }
}

/** One entry for each command of `@forge/bridge`; what a page does not offer answers false, as products do. */
const COMMANDS: Record<string, (link: Link, data: never) => unknown> = {
  invoke: (link, data: { functionKey: string; payload: unknown }) => link.post({ command: 'invoke', ...data }),
  fetchProduct: (link, data: Record<string, unknown>) => link.post({ command: 'fetchProduct', ...data }),
  getContext: (link) => link.context(),
  location: (link) => link.page.location?.get() ?? '/',
  historyGo: (link, steps: number) => link.page.location?.go(steps),
  historyMove: (link, { action, path }: { action: string; path: string }) =>
    action === 'PUSH' ? link.page.location?.push(path) : link.page.location?.replace(path),
  enableTheming: (link, { onChange }: { onChange: (mode: string) => void }) => link.theme(onChange),
  navigate: (link, target: Record<string, unknown>) => link.page.onNavigate?.(target),
  getUrl: (link, target: Record<string, unknown>) => link.page.urlOf?.(target),
  reload: (link) => link.page.onReload?.(),
  showFlag: (link, flag: Flag) => link.page.onFlag?.(flag),
  closeFlag: (link, { id }: { id: string }) => link.page.onFlagClosed?.(id),
  openModal: (link, modal: Parameters<NonNullable<FrameOptions['onModal']>>[0]) => link.page.onModal?.(modal) ?? false,
  close: (link, payload: unknown) => link.page.onClose?.(payload) ?? false,
  submit: (link, payload: unknown) => link.page.onSubmit?.(payload) ?? false,
  refresh: (link, payload: unknown) => link.page.onRefresh?.(payload) ?? false,
  onClose(link, callback: (payload?: unknown) => void) {
    link.whenClosed(callback);
    return true;
  },
  emitReadyEvent: () => true,
  changeWindowTitle: (link, title: string) =>
    link.page.onTitle ? link.page.onTitle(title) : void Object.assign(document, { title }),
  on: (link, { event, callback }: { event: string; callback: number }) => link.subscribe(event, callback),
  onPublic: (link, { event, callback }: { event: string; callback: number }) => link.subscribe(event, callback),
  off: (link, { callback }: { callback: number }) => link.unsubscribe(callback),
  emit: (_link, { event, payload }: { event: string; payload: unknown }) => publish(event, payload),
  emitPublic: (_link, { event, payload }: { event: string; payload: unknown }) => publish(event, payload),
};

/** Sends an event of the product, such as JIRA_ISSUE_CHANGED, to the frames that listen to it. */
export function publish(event: string, payload: unknown): void {
  for (const listener of [...(bus.get(event) ?? [])]) listener(payload);
}
