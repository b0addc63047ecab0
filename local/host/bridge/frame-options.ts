import type { ModuleFacts } from '../http/app-facts';

/** What the host tells the page about the app: `GET /local/app`. */
export interface AppFacts {
  frameOrigin: string;
  cloudId: string;
  environmentId: string;
  appId: string;
  siteUrl: string;
  csrf: string;
  /** False on a site that has Jira alone. */
  hasConfluence: boolean;
  /** The app's licence, as `view.getContext()` gives it; absent where there is none. */
  license?: Readonly<Record<string, unknown>>;
  modules: readonly ModuleFacts[];
}

export interface Flag {
  id: string;
  title: string;
  description?: string;
  type: string;
  isAutoDismiss?: boolean;
  actions?: { text: string; onClick?: () => void }[];
}

/** What `new Modal(…).open()` asks for. */
export interface ModalRequest {
  /** Another resource of the app, or null for the module's own. */
  resource: string | null;
  /** A name of modal sizes, or `{width, height}`. */
  size: unknown;
  title: string;
  icon?: string;
  context: unknown;
  closeOnEscape?: boolean;
  closeOnOverlayClick?: boolean;
  onClose: (payload?: unknown) => void;
}

/** The theme of the page around. Apps are told the mode alone; with more contrast the tokens have other values. */
export interface FrameTheme {
  colorMode: 'light' | 'dark';
  contrastMode: 'no-preference' | 'more';
}

export interface FrameOptions {
  element: HTMLElement;
  facts: AppFacts;
  moduleKey: string;
  accountId: string | null;
  extension?: Record<string, unknown>;
  /** Another resource of the app than the module's own, as `main/dialog`: for modals. */
  resource?: string;
  theme?: FrameTheme;
  locale?: string;
  timezone?: string;
  /** Which of several instances on the page: the macro's or gadget's own id. */
  localId?: string;
  /** Fixed height in pixels; the frame follows its content without it. */
  height?: number;
  /** Where the app is inside its page: the part of the address behind it. */
  location?: {
    get(): string;
    push(path: string): void;
    replace(path: string): void;
    go(delta: number): void;
    listen(listener: (path: string) => void): () => void;
  };
  onNavigate?(target: Record<string, unknown>): void;
  onFlag?(flag: Flag): void;
  onFlagClosed?(id: string): void;
  /** Opens a modal around a frame of `modalFrame`; false refuses. */
  onModal?(modal: ModalRequest): boolean;
  onClose?(payload: unknown): boolean;
  /** The macro of the frame has loaded and can be exported (`view.emitReadyEvent`). */
  onReady?(): void;
  onSubmit?(payload: unknown): boolean;
  onRefresh?(payload: unknown): boolean;
  onReload?(): void;
  onTitle?(title: string): void;
  /** Gives the address of a navigation target. */
  urlOf?(target: Record<string, unknown>): string;
}

export interface Frame {
  readonly iframe: HTMLIFrameElement;
  setTheme(theme: FrameTheme): void;
  /** Tells the app that its page is closed, then removes the frame. */
  close(payload?: unknown): void;
}
