import type { Requirement } from '../../controls';
import type { SeenApproval } from './seen-approved';
import type { SeenAudience } from './seen-audience';
import type { SeenCriteria } from './seen-criteria';
import type { SeenSettings } from './seen-settings';
import type { SeenStatement } from './seen-statement';

/** What Jira answers, in the words of the coverage rules (version 1); `recount-from-rest.ts` counts with it. */
export interface SeenIssue {
  id: string;
  projectId: string;
  type: string;
  status: string;
  category: 'to do' | 'in progress' | 'done';
  resolution: string | null;
  doneOn: string | null;
  /** Values of fields by the names that set-up gave them: days, texts of options, or whatever else stands there. */
  fields: Readonly<Record<string, string | string[] | null>>;
  /** Fields whose day nobody can have meant: they read as empty, and whatever needs them is not known. */
  unknownDays: string[];
  requirements: string[];
  /** Outward links: `this issue <type> <to>`. */
  links: { type: string; to: string }[];
  /** Names of statuses that it ever had, the present one too. */
  statuses: string[];
  createdOn: string;
  /** Who accepted, closed, dismissed or lowered it, where somebody did. */
  settled: SeenSettled | null;
  /** An effectiveness reviewer is named who is not the assignee. */
  reviewedByOther: boolean;
  /** It is done, and nothing in it, attached to it or linked from it says what was done. */
  isEmpty: boolean;
  /** The day on which it was found to be gone; null while it is there. */
  lostOn: string | null;
}

export interface SeenSettled {
  /** By its own assignee, reporter or the owner of its AI system. */
  own: boolean;
  right: 'top' | 'approver' | 'none';
  on: string | null;
  /** The grade from which it was lowered to an observation. */
  from: string | null;
  /** What an acceptance rests on has changed since. */
  changed: boolean;
}

/** What only the app holds: rows of its table, as it appended them. */
export interface Said {
  id: string;
  kind: string;
  subject: string;
  requirement: string;
  at: number;
  person: string;
  body: Record<string, unknown>;
}

export interface Seen {
  issues: readonly SeenIssue[];
  said: readonly Said[];
  statement: SeenStatement;
  /** Triages and what is met in common, as approved. */
  approvals: readonly SeenApproval[];
  /** The day of an instant in the site's time zone. */
  dayOf: (instant: string) => string;
  /** Of the site's time zone, as all days here. */
  today: string;
  criteria: SeenCriteria;
  settings: SeenSettings;
  audience: SeenAudience;
}

export type Verdict = 'suffices' | 'stale' | 'in-progress' | 'planned' | 'none';
export interface Item extends SeenIssue {
  role: 'implements' | 'evidences' | 'requires' | 'violates' | null;
  kind: 'document' | 'record' | 'work';
  names: string[];
  systems: string[];
}

const CANCELLED = ["Won't Do", "Won't do", 'Duplicate', 'Declined', 'Cannot Reproduce', 'Cannot reproduce'];
/** "What an item contributes", with the one hop that a link carries. */
export function itemOf(issue: SeenIssue, issues: readonly SeenIssue[]): Item {
  const isRecord = text(issue, 'Evidence effective date') !== null;
  const roles: Readonly<Record<string, Item['role']>> = {
    'AI system': null,
    'Corrective action': null,
    'AI risk': 'requires',
    Nonconformity: 'violates',
    Page: 'evidences',
  };
  const role = issue.type in roles ? (roles[issue.type] ?? null) : isRecord ? 'evidences' : 'implements';
  const targets = issue.links
    .filter(({ type }) => type === 'AIMS treatment' || type === 'AIMS evidence')
    .flatMap(({ to }) => issues.find(({ id }) => id === to) ?? []);
  const carries = role === 'implements' || role === 'evidences';
  const concerned = (one: SeenIssue) => one.links.filter(({ type }) => type === 'AIMS concern').map(({ to }) => to);
  return {
    ...issue,
    role,
    kind: issue.type === 'Page' ? 'document' : isRecord ? 'record' : 'work',
    names: [
      ...new Set([
        ...issue.requirements,
        ...(carries ? targets.filter(({ lostOn }) => lostOn === null).flatMap(({ requirements }) => requirements) : []),
      ]),
    ],
    systems: [...new Set(concerned(issue).length > 0 ? concerned(issue) : targets.flatMap(concerned))],
  };
}

export const text = (issue: SeenIssue, field: string): string | null => {
  const value = issue.fields[field] ?? null;
  return Array.isArray(value) ? (value[0] ?? null) : value;
};
export const isCancelled = (item: SeenIssue) => item.category === 'done' && CANCELLED.includes(item.resolution ?? '');
export const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
export function plusMonths(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** "Evidence suffices", and rows 6 to 8 where it does not. */
export function verdictOf(
  requirement: Requirement,
  linked: readonly Item[],
  changed: string | null,
  today: string,
): Verdict {
  const counted = linked.filter((item) => !isCancelled(item));
  const wanted = requirement.evidenceKind;
  const isEvidence = (item: Item) => wanted === 'work' || item.kind === wanted;
  const isDone = (item: Item) => item.type === 'Page' || item.category === 'done';
  const since = (item: Item) => text(item, 'Evidence effective date') ?? item.doneOn;
  const until = (item: Item) => {
    const term = plusMonths(since(item) ?? '', requirement.validForMonths);
    const latest = item.type === 'Page' ? plusMonths(since(item) ?? '', 36) : term;
    return [text(item, 'Evidence review due') ?? term, latest].sort()[0] ?? '';
  };
  const hasCome = (item: Item) => since(item) !== null && (since(item) ?? '') <= today;
  const isCurrent = (item: Item) =>
    item.lostOn === null &&
    hasCome(item) &&
    today <= until(item) &&
    (changed === null || (since(item) ?? '') >= changed);
  // Done work is evidence, "a record dated when done", only where the standard asks for no documented information.
  const proves = (item: Item) => item.kind !== 'work' || wanted === 'work';
  const finished = counted.filter(isDone);
  const done = finished.filter((item) => !item.isEmpty && (item.lostOn === null || proves(item)));
  const open = counted.filter((item) => item.type !== 'Page' && !isDone(item) && item.lostOn === null);
  const current = done.filter(isCurrent);
  if (current.some((item) => isEvidence(item) && item.kind !== 'work')) return 'suffices';
  if (wanted === 'work' && current.length > 0 && open.length === 0) return 'suffices';
  // Evidence that only comes into effect later has never been evidence.
  const former = done.filter((item) => !isCurrent(item) && (item.lostOn !== null || hasCome(item)));
  // Work that is done since shows that renewing has begun: then a record or document is missing (row 7), as 0.1.0 showed it.
  if (current.length === 0 && former.some(proves)) return 'stale';
  // What is empty proves nothing, and is work that was done all the same.
  if (finished.some((item) => item.lostOn === null)) return 'in-progress';
  if (open.some((item) => item.category === 'in progress')) return 'in-progress';
  return open.length > 0 ? 'planned' : 'none';
}

export const newest = (said: readonly Said[]): Said | undefined => [...said].sort((a, b) => b.at - a.at)[0];

/** A risk of an AI system that is neither gone nor closed without an acceptance. */
export const isLivingRiskOf = (system: Item, item: Item): boolean =>
  item.type === 'AI risk' &&
  item.lostOn === null &&
  !isCancelled(item) &&
  (item.category !== 'done' || item.status === 'Accepted') &&
  item.links.some(({ type, to }) => type === 'AIMS concern' && to === system.id);

export const supports = (item: Item) => item.role === 'implements' || item.role === 'evidences';
