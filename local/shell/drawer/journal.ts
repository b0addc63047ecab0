/** The parts of `GET /local/journal` that the drawer shows; newest entries last. */
export interface Journal {
  now: number;
  totals: Readonly<Record<string, number>>;
  event: Entry[];
  job: Entry[];
  queue: Entry[];
  invocation: Entry[];
  sql: Entry[];
  product: Entry[];
  log: Entry[];
}

export interface Entry {
  at: number;
  [name: string]: unknown;
}

export type Kind = Exclude<keyof Journal, 'now' | 'totals'>;

export interface Column {
  title: string;
  width: string;
  of: (entry: Entry) => string;
  /** Shown in the script of code, on as many lines as it takes. */
  isCode?: boolean;
}

export interface TabOf {
  name: string;
  kind: Kind;
  columns: readonly Column[];
  /** Marks what went wrong. */
  isBad: (entry: Entry) => boolean;
}

const text = (name: string) => (entry: Entry) => String(entry[name] ?? '');
const column = (title: string, width: string, of: Column['of'], isCode = false): Column => ({
  title,
  width,
  of,
  isCode,
});
const milliseconds = (entry: Entry) => `${Math.round(Number(entry.wall ?? 0))} ms`;

export const TABS: readonly TabOf[] = [
  {
    name: 'Events',
    kind: 'event',
    columns: [
      column('Event', '46%', text('name'), true),
      column('Trigger', '26%', text('trigger')),
      column('Fate', '28%', (entry) => `${String(entry.fate)}${entry.causedByApp ? ', by the app' : ''}`),
    ],
    isBad: ({ fate }) => fate === 'lost',
  },
  {
    name: 'Queue',
    kind: 'job',
    columns: [
      column('Queue', '30%', text('queue')),
      column('State', '20%', text('state')),
      column('Reason', '50%', text('reason')),
    ],
    isBad: ({ state }) => state === 'retry' || state === 'dropped',
  },
  {
    name: 'Invocations',
    kind: 'invocation',
    columns: [
      column('Function', '24%', text('function')),
      column('Asked for', '34%', (entry) => String(entry.key ?? entry.module ?? '')),
      column('Time', '14%', milliseconds),
      column('Outcome', '28%', text('outcome')),
    ],
    isBad: ({ outcome }) => outcome !== 'ok',
  },
  {
    name: 'SQL',
    kind: 'sql',
    columns: [
      column('Statement', '68%', text('text'), true),
      column('Rows', '14%', (entry) => (entry.error ? String(entry.error) : String(entry.rows))),
      column('Time', '18%', milliseconds),
    ],
    isBad: ({ error }) => error !== undefined,
  },
  {
    name: 'Product calls',
    kind: 'product',
    columns: [
      column('Call', '62%', ({ method, path }) => `${String(method)} ${String(path)}`, true),
      column('As', '12%', text('as')),
      column('Status', '13%', text('status')),
      column('Points', '13%', text('points')),
    ],
    isBad: ({ status }) => Number(status) >= 400,
  },
  {
    name: 'Log',
    kind: 'log',
    columns: [column('Level', '14%', text('level')), column('Line', '86%', text('line'), true)],
    isBad: ({ level }) => level === 'error' || level === 'warn',
  },
];

/** The entries that hold all the words, newest first. */
export function filtered(entries: readonly Entry[], words: string, tab: TabOf): Entry[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return entries
    .filter((entry) => {
      const line = tab.columns
        .map(({ of }) => of(entry))
        .join(' ')
        .toLowerCase();
      return wanted.every((word) => line.includes(word));
    })
    .reverse();
}
