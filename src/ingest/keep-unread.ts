import type { ItemFact } from '../domain/item/item-fact';
import { FACT_FIELDS, isOn } from '../domain/vocabulary/vocabulary';
import type { JiraIssue } from '../jira/issue';
import type { Configuration } from '../store/configuration';

/**
 * Fields that the issue should have and Jira does not answer, by key: missing or in the trash. An empty field is null;
 * one that is absent says nothing, so nothing may be concluded from it.
 */
export function unreadFields(issue: JiraIssue, kind: string, { fields }: Configuration): string[] {
  return FACT_FIELDS.filter((field) => isOn(field, kind)).flatMap(({ key }) => {
    const id = fields[key];
    return id !== undefined && issue.fields[id] === undefined ? [key] : [];
  });
}

type Part = Record<string, unknown>;

/** The fact with what rests on unread fields as it was last read: a figure stops rather than falls. Pure. */
export function keepUnread(fact: ItemFact, before: ItemFact | undefined, unread: readonly string[]): ItemFact {
  if (before === undefined || before.kind !== fact.kind || unread.length === 0) return fact;
  const paths = FACT_FIELDS.filter(({ key }) => unread.includes(key)).flatMap((field) => field.fact ?? []);
  return paths.reduce(
    (kept, path) => withPart(kept, before, path.split('.')),
    fact as unknown as Part,
  ) as unknown as ItemFact;
}

function withPart(fact: Part, before: unknown, [name = '', ...deeper]: readonly string[]): Part {
  const last = (before as Part | undefined)?.[name];
  if (last === undefined) return fact;
  return { ...fact, [name]: deeper.length === 0 ? last : withPart(fact[name] as Part, last, deeper) };
}
