import type { Day } from '../domain/day';
import type { ItemFact, ItemId } from '../domain/item/item-fact';
import type { MissingRef } from '../domain/item/unread';
import { FACT_FIELDS, isOn, optionText } from '../domain/vocabulary/vocabulary';
import type { JiraIssue } from '../jira/issue';
import type { Configuration } from '../store/configuration';

/**
 * Fields that the issue should have and Jira does not answer: missing or in the trash. An empty field is null; one that is
 * absent says nothing, so nothing may be concluded from it.
 */
export function unreadFields(issue: JiraIssue, kind: string, { fields }: Configuration): MissingRef[] {
  return FACT_FIELDS.filter((field) => isOn(field, kind)).flatMap(({ key }) => {
    const id = fields[key];
    return id !== undefined && issue.fields[id] === undefined ? [`field:${key}`] : [];
  });
}

type Part = Record<string, unknown>;

/**
 * The fact with what rests on something missing as it was last read: a figure stops rather than falls. Pure.
 * @param before as it is stored
 * @param unread what `unreadFields` said of it
 * @param gone all that Jira is known to have lost
 */
export function keepUnread(
  fact: ItemFact,
  before: ItemFact | undefined,
  unread: readonly MissingRef[],
  gone: ReadonlySet<MissingRef>,
  today: Day,
): ItemFact {
  const former = formerOf(fact, before);
  if (former !== undefined) {
    const ref = `issue-type:${former.kind}`;
    // Its type is gone, so it had to be given another: it is still what it was.
    if (gone.has(ref)) return marked({ ...former, projectId: fact.projectId }, [ref], before, today);
    return marked({ ...fact, retypedFrom: former }, unread, before, today);
  }
  if (before === undefined || before.kind !== fact.kind) return marked(fact, unread, before, today);
  const lost = [...unread, ...lostOptions(fact, before, gone), ...lostStatus(fact, before, gone)];
  const paths = lost.flatMap((ref) => pathsOf(ref));
  const kept = paths.reduce<Part>((part, path) => withPart(part, before, path.split('.')), fact as unknown as Part);
  const { links, refs } = keptLinks(fact, before, gone);
  return marked({ ...(kept as unknown as ItemFact), links }, [...lost, ...refs], before, today);
}

const WORK_TYPES: ReadonlySet<string> = new Set(['ai-system', 'ai-risk', 'nonconformity', 'corrective-action']);

/** What it was while it had a type of the app; people may have changed that, or had to. */
function formerOf(fact: ItemFact, before: ItemFact | undefined): ItemFact | undefined {
  if (WORK_TYPES.has(fact.kind) || before === undefined) return undefined;
  if (!WORK_TYPES.has(before.kind)) return before.retypedFrom;
  const { retypedFrom: _, unread: __, ...former } = before;
  return former;
}

/** With the day since which something is missing, as long as something is. */
function marked(fact: ItemFact, refs: readonly MissingRef[], before: ItemFact | undefined, today: Day): ItemFact {
  if (refs.length === 0) return fact;
  return { ...fact, unread: { refs: [...new Set(refs)].sort(), since: before?.unread?.since ?? today } };
}

/** Options that the issue had and that are no more, where Jira now answers nothing in their place. */
function lostOptions(fact: ItemFact, before: ItemFact, gone: ReadonlySet<MissingRef>): MissingRef[] {
  return [...gone].filter((ref) => {
    const [kind, field = '', key = ''] = ref.split(':');
    if (kind !== 'option') return false;
    return pathsOf(`field:${field}`).some((path) => {
      const [was, is] = [valueAt(before, path), valueAt(fact, path)];
      const words = [key, optionText(field, key)];
      const says = (value: unknown) =>
        JSON.stringify(value ?? null)
          .split(/[^\w.()/ -]+/)
          .some((word) => words.includes(word));
      const isEmpty = is === null || is === undefined || is === 'unknown' || Array.isArray(is);
      return says(was) && isEmpty && !says(is);
    });
  });
}

/** The status by which a fact says what it does. */
const statusOf = ({ kind, system, risk, nonconformity }: ItemFact): MissingRef =>
  `status:${kind}:${system?.stage ?? nonconformity?.stage ?? (risk?.accepted ? 'accepted' : '')}`;

/** The status that said it, when there is no such status any more and the issue had to be given another. */
function lostStatus(fact: ItemFact, before: ItemFact, gone: ReadonlySet<MissingRef>): MissingRef[] {
  const was = statusOf(before);
  return was !== statusOf(fact) && gone.has(was) ? [was] : [];
}

/** Statuses whose loss lowers a figure. */
const SETTLED_BY: ReadonlySet<MissingRef> = new Set(['status:ai-risk:accepted', 'status:nonconformity:closed']);

/**
 * What Jira may have lost, by issues that no longer say what they said: every link of a type, or that something is settled. Seldom
 * any, so it may be asked about.
 */
export function suspectsAmong(
  fresh: ReadonlyMap<ItemId, ItemFact>,
  stored: ReadonlyMap<ItemId, ItemFact>,
): Set<MissingRef> {
  return new Set(
    [...fresh].flatMap(([id, fact]) => {
      const before = stored.get(id);
      if (before === undefined || before.lostOn !== null) return [];
      const roles = before.links
        .map(({ role }) => role)
        .filter((role) => !fact.links.some((link) => link.role === role));
      const was = statusOf(before);
      return [
        ...roles.map((role) => `link-type:${role}`),
        ...(was !== statusOf(fact) && SETTLED_BY.has(was) ? [was] : []),
      ];
    }),
  );
}

const OF_STATUS = [
  'progress',
  'cancelled',
  'doneOn',
  'empty',
  'system.stage',
  'risk.accepted',
  'risk.acceptance',
  'nonconformity.stage',
  'nonconformity.dismissed',
  'nonconformity.settling',
];

/** What of a fact rests on a ref, as paths. */
function pathsOf(ref: MissingRef): readonly string[] {
  const [kind, key] = ref.split(':');
  if (kind === 'status') return [...OF_STATUS, 'nonconformity.closedOn'];
  return FACT_FIELDS.find((field) => field.key === key)?.fact ?? [];
}

/** Jira forgets the links of a type with the type. */
function keptLinks(
  fact: ItemFact,
  before: ItemFact,
  gone: ReadonlySet<MissingRef>,
): { links: ItemFact['links']; refs: MissingRef[] } {
  const kept = before.links.filter(({ role }) => gone.has(`link-type:${role}`));
  if (kept.length === 0) return { links: fact.links, refs: [] };
  const word = ({ role, target }: ItemFact['links'][number]) => `${role} ${target}`;
  const all = new Map([...fact.links, ...kept].map((link) => [word(link), link]));
  return {
    links: [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, link]) => link),
    refs: kept.map(({ role }) => `link-type:${role}`),
  };
}

function valueAt(fact: unknown, path: string): unknown {
  return path.split('.').reduce((part: unknown, name) => (part as Part | undefined)?.[name], fact);
}

function withPart(fact: Part, before: unknown, [name = '', ...deeper]: readonly string[]): Part {
  const last = (before as Part | undefined)?.[name];
  if (last === undefined) return fact;
  return { ...fact, [name]: deeper.length === 0 ? last : withPart(fact[name] as Part, last, deeper) };
}
