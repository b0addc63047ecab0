/**
 * The narrow seams inside the local site: what the Forge host, the products and the clock know of each other.
 * Everything else about them is private to their folders.
 */

/** One clock for the whole site: queue delays, schedules, quotas, rate limits, timestamps and the workers' `Date`. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Runs `work` once when the clock reaches `at`. Returns a function that cancels it. */
  at(at: number, work: () => void | Promise<void>): () => void;
  /** Moves a virtual clock forward and runs what falls due, in order of time. A real clock refuses. */
  advance(milliseconds: number): Promise<void>;
  /** Moves a virtual clock forward as if the machine slept: what fell due meanwhile runs afterwards. A real clock refuses. */
  sleep(milliseconds: number): Promise<void>;
  /** Resolves when nobody is moving a virtual clock: whoever wants to move it next does not run into the other's work. */
  whenStill(): Promise<void>;
  readonly kind: 'real' | 'virtual';
}

/** Who makes a product request. `scopes` are the scopes that the app's manifest declares. */
export type Caller =
  | { kind: 'app'; scopes: readonly string[] }
  | { kind: 'user'; accountId: string; throughApp: boolean; scopes: readonly string[] }
  | { kind: 'anonymous' };

export interface ProductRequest {
  method: string;
  /** Path with query, as it stands behind the site's address: `/rest/api/3/issue/10001?fields=summary`. */
  path: string;
  headers: Readonly<Record<string, string>>;
  body: string | null;
  /** Form data as it came, in place of `body`: files are no text. */
  form?: Uint8Array;
  caller: Caller;
}

export interface ProductResponse {
  status: number;
  headers: Readonly<Record<string, string>>;
  /** JSON text, or null for an empty body. */
  body: string | null;
  /** The bytes of a file that was asked for; `body` is null then. */
  file?: Uint8Array;
}

/** An event as the product publishes it, before the host applies filters, delay, loss or repetition. */
export interface ProductEvent {
  /** For example `avi:jira:updated:issue`. */
  name: string;
  /** The documented payload without `eventType` and `selfGenerated`, which the host adds for each app. */
  payload: Readonly<Record<string, unknown>>;
  /** True when the app itself made the change (`asApp`, or `asUser` through the app). */
  causedByApp: boolean;
}

/** A product of the site, as the host sees it. */
export interface Product {
  readonly name: 'jira' | 'confluence';
  handle(request: ProductRequest): Promise<ProductResponse>;
  /** Registers the one listener for events; they are published after the change is stored. */
  onEvent(listener: (event: ProductEvent) => void): void;
  close(): void;
}

/** A person as all products of the site know him. */
export interface Person {
  readonly accountId: string;
  readonly displayName: string;
  /** What he logs in by; the app's account has none. Answers of the products do not tell it. */
  readonly emailAddress?: string;
  readonly active: boolean;
  /** `customer`: somebody who only uses a help centre; no product is open to him. */
  readonly accountType: 'atlassian' | 'app' | 'customer';
}

export interface PeopleGroup {
  readonly id: string;
  readonly name: string;
  /** Account ids. */
  readonly members: readonly string[];
}

/** The site's one list of people and groups. */
export interface Directory {
  person(accountId: string): Person | undefined;
  people(): Person[];
  group(id: string): PeopleGroup | undefined;
  groups(): PeopleGroup[];
  groupsOf(accountId: string): PeopleGroup[];
}
