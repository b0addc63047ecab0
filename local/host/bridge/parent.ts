/** The page's side of the bridge: mounts an app frame and answers its commands. Compiled for the browser at start. */
import type { MacroLayout } from '../macros/node';
import { readSubmission } from '../macros/submit';
import { listen, publish } from './bus';
import type { Flag, Frame, FrameOptions, FrameTheme, ModalRequest } from './frame-options';
import { decode, encode, HELLO, PORT, type Wire } from './wire';

export type { AppFacts, Flag, Frame, FrameOptions, FrameTheme, ModalRequest } from './frame-options';

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
    setTheme: (theme) => link.setTheme(theme),
    close(payload) {
      removeEventListener('message', greet);
      link.close(payload);
      iframe.remove();
    },
  };
}

/**
 * The frame inside a modal: the same module with `extension.modal`, closed by the app with `view.close(payload)` or by the
 * page with `close`. @param closed removes the modal from the page
 */
export function modalFrame(
  options: FrameOptions,
  modal: ModalRequest,
  element: HTMLElement,
  closed: () => void,
): FrameOptions {
  const { height: _height, location: _location, resource, ...rest } = options;
  const chosen = modal.resource ?? resource;
  return {
    ...rest,
    element,
    ...(chosen === undefined ? {} : { resource: chosen }),
    extension: { ...options.extension, modal: modal.context },
    onClose(payload) {
      closed();
      modal.onClose(payload);
      return true;
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
  private theme: FrameTheme;
  private themed: ((theme: FrameTheme) => void) | null = null;
  private closed: ((payload?: unknown) => void) | null = null;
  private readonly ends: (() => void)[] = [];
  private readonly subscriptions = new Map<number, () => void>();

  constructor(
    private readonly options: FrameOptions,
    private readonly iframe: HTMLIFrameElement,
  ) {
    this.theme = options.theme ?? { colorMode: 'light', contrastMode: 'no-preference' };
  }

  open(port: MessagePort): void {
    this.port?.close();
    this.port = port;
    port.onmessage = (event) => this.receive(event.data as Wire);
    const stop = this.options.location?.listen((path) => this.send({ kind: 'location', path }));
    if (stop) this.ends.push(stop);
  }

  setTheme(theme: FrameTheme): void {
    this.theme = theme;
    this.themed?.(theme);
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
        this.send({ kind: 'failed', id: wire.id, message: error instanceof Error ? error.message : String(error) }),
    );
  }

  context(): Record<string, unknown> {
    const { facts, moduleKey, accountId, extension, locale = 'en-US', timezone = 'UTC' } = this.options;
    const module = facts.modules.find((candidate) => candidate.key === moduleKey);
    return {
      accountId: accountId ?? undefined,
      cloudId: facts.cloudId,
      siteUrl: facts.siteUrl,
      environmentId: facts.environmentId,
      environmentType: 'DEVELOPMENT',
      ...(facts.license ? { license: facts.license } : {}),
      moduleKey,
      localId:
        this.options.localId ??
        `ari:cloud:ecosystem::extension/${facts.appId}/${facts.environmentId}/static/${moduleKey}`,
      locale,
      timezone,
      theme: { colorMode: this.theme.colorMode },
      extension: { type: module?.type, ...extension },
    };
  }

  /** Names the screen, so that what a frame asks for is known from what anybody else asks for. */
  async post(body: Record<string, unknown>): Promise<unknown> {
    const { facts, moduleKey, extension, locale, localId } = this.options;
    const screen = addressOf(this.options);
    const response = await fetch('/local/bridge', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-csrf-token': facts.csrf },
      body: JSON.stringify({ moduleKey, extension, locale, localId, screen, ...body }),
    });
    const answer = (await response.json()) as { result?: unknown; error?: { message: string } };
    if (answer.error) throw new Error(answer.error.message);
    return answer.result;
  }

  /** A macro's configuration is checked as Confluence checks it before the page gets it. */
  submit(payload: unknown): boolean {
    const { facts, moduleKey, extension, onSubmit } = this.options;
    const module = facts.modules.find((candidate) => candidate.key === moduleKey);
    const macro = extension?.macro as { isConfiguring?: boolean } | undefined;
    if (module?.type === 'macro' && macro?.isConfiguring === true)
      readSubmission(payload, (module.layout ?? 'block') as MacroLayout);
    return onSubmit?.(payload) ?? false;
  }

  subscribe(event: string, callback: number): void {
    const stop = listen(event, (payload) => this.send({ kind: 'callback', callback, parameters: [payload] }));
    this.subscriptions.set(callback, stop);
  }
  unsubscribe(callback: number): void {
    this.subscriptions.get(callback)?.();
    this.subscriptions.delete(callback);
  }
  enableTheming(onChange: (theme: FrameTheme) => void): FrameTheme {
    this.themed = onChange;
    return this.theme;
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
  historyGo: (link, delta: number) => link.page.location?.go(delta),
  historyMove: (link, { action, path }: { action: string; path: string }) =>
    action === 'PUSH' ? link.page.location?.push(path) : link.page.location?.replace(path),
  enableTheming: (link, { onChange }: { onChange: (theme: FrameTheme) => void }) => link.enableTheming(onChange),
  navigate: (link, target: Record<string, unknown>) => link.page.onNavigate?.(target),
  getUrl: (link, target: Record<string, unknown>) => link.page.urlOf?.(target),
  reload: (link) => link.page.onReload?.(),
  showFlag: (link, flag: Flag) => link.page.onFlag?.(flag),
  closeFlag: (link, { id }: { id: string }) => link.page.onFlagClosed?.(id),
  openModal: (link, modal: Parameters<NonNullable<FrameOptions['onModal']>>[0]) => link.page.onModal?.(modal) ?? false,
  close: (link, payload: unknown) => link.page.onClose?.(payload) ?? false,
  submit: (link, payload: unknown) => link.submit(payload),
  refresh: (link, payload: unknown) => link.page.onRefresh?.(payload) ?? false,
  onClose(link, callback: (payload?: unknown) => void) {
    link.whenClosed(callback);
    return true;
  },
  emitReadyEvent(link) {
    link.page.onReady?.();
    return true;
  },
  changeWindowTitle: (link, title: string) =>
    link.page.onTitle ? link.page.onTitle(title) : void Object.assign(document, { title }),
  on: (link, { event, callback }: { event: string; callback: number }) => link.subscribe(event, callback),
  onPublic: (link, { event, callback }: { event: string; callback: number }) => link.subscribe(event, callback),
  off: (link, { callback }: { callback: number }) => link.unsubscribe(callback),
  emit: (_link, { event, payload }: { event: string; payload: unknown }) => publish(event, payload),
  emitPublic: (_link, { event, payload }: { event: string; payload: unknown }) => publish(event, payload),
};
