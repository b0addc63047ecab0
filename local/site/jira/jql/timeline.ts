import type { Issue } from '../model/entities';
import type { Site } from '../site';
import type { Term } from './scene';

/** A change of one field: what it was and became (null for empty), when, and by whom (a lower-case account id). */
export interface Step {
  readonly before: Term | null;
  readonly after: Term | null;
  readonly at: number;
  readonly by: string;
}

/** A value with the time in which the issue had it: from its first moment until the first one after. */
interface Span {
  readonly value: Term | null;
  readonly from: number;
  readonly until: number;
  readonly by: string;
}

const PEOPLE = ['assignee', 'reporter'];

/** The ids of the history in the form that JQL's values have. */
function termOf(fieldId: string, id: unknown): Term | null {
  if (typeof id !== 'string') return null;
  return PEOPLE.includes(fieldId) ? id.toLowerCase() : `#${id}`;
}

/** The changes of a field, oldest first. */
export const stepsOf = (site: Site, issue: Issue, fieldId: string): Step[] =>
  site.store.changes.by('issue', issue.id).flatMap(({ items, created, author }) =>
    items
      .filter((item) => item.fieldId === fieldId)
      .map((item) => ({
        before: termOf(fieldId, item.from),
        after: termOf(fieldId, item.to),
        at: created,
        by: author.toLowerCase(),
      })),
  );

/** The values that a field has had, oldest first. What it began with was set by whoever created the issue. */
export function valuesOf(site: Site, issue: Issue, fieldId: string): Span[] {
  const steps = stepsOf(site, issue, fieldId);
  const now = fieldId === 'status' ? issue.statusId : issue.values[fieldId];
  const first = steps[0] ? steps[0].before : termOf(fieldId, now);
  const starts = [
    { value: first, from: issue.created, by: issue.creator.toLowerCase() },
    ...steps.map(({ after, at, by }) => ({ value: after, from: at, by })),
  ];
  return starts.map((start, place) => ({ ...start, until: starts[place + 1]?.from ?? Number.POSITIVE_INFINITY }));
}
