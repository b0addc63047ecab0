import { type Item, isCancelled, type Said, type Seen, text } from './seen-items';

/**
 * Conclusions of one scope about one requirement that were not taken back and whose day has come, newest first; of one day
 * those that say "nonconforming" first.
 */
function conclusionsOn(scope: string, requirement: string, { said, today }: Seen): Said[] {
  const withdrawn = new Set(
    said.filter(({ kind }) => kind === 'conclusion-withdrawal').map(({ body }) => body.decisionId),
  );
  const on = ({ body }: Said) => String(body.concludedOn);
  return said
    .filter(({ kind, body }) => kind === 'conclusion' && body.requirementId === requirement && body.scope === scope)
    .filter((one) => one.body.result !== 'not-sampled' && !withdrawn.has(one.id) && on(one) <= today)
    .sort((a, b) => (on(a) < on(b) ? 1 : on(a) > on(b) ? -1 : found(b) - found(a) || b.at - a.at));
}

const found = ({ body }: Said): number => Number(body.result === 'nonconforming');
/** What was dismissed never was one. */
const isFinding = (item: Item) =>
  item.role === 'violates' && text(item, 'Grade') !== 'Observation' && !isDismissed(item);

/** Whether the newest conclusion says "nonconforming" and none of what was raised from it has closed. */
function isFoundNonconforming(
  newest: Said | undefined,
  mine: readonly Item[],
  items: readonly Item[],
  { said }: Seen,
): boolean {
  if (newest?.body.result !== 'nonconforming') return false;
  const raised = said.filter(({ kind, body }) => kind === 'conclusion-raised' && body.decisionId === newest.id);
  return !mine.some(
    (item) =>
      isFinding(item) &&
      item.category === 'done' &&
      isCorrected(item, items) &&
      raised.some(({ body }) => body.item === `jira:${item.id}`),
  );
}

/**
 * Row 1: by a nonconformity, or by the newest conclusion. One whose issue is gone violates on, until somebody independent concludes on
 * that day or later that the requirement conforms.
 */
export function isViolated(
  scope: string,
  requirement: string,
  mine: readonly Item[],
  items: readonly Item[],
  seen: Seen,
): boolean {
  const [newest] = conclusionsOn(scope, requirement, seen);
  if (isFoundNonconforming(newest, mine, items, seen)) return true;
  const conformsOn = newest?.body.result === 'conforms' ? String(newest.body.concludedOn) : '';
  return mine.some(
    (item) =>
      item.role === 'violates' && weighs(item, items, seen) && (item.lostOn === null || item.lostOn > conformsOn),
  );
}

/** Whether a nonconformity is one still: open, closed without all that 10.2 asks for, or dismissed by somebody who might not. */
function weighs(item: Item, items: readonly Item[], seen: Seen): boolean {
  const { settled } = item;
  if (text(item, 'Grade') === 'Observation') {
    if (settled === null || settled.from === null) return false;
    const isClosed = item.category === 'done' && !isDismissed(item) && isCorrected(item, items);
    return !isClosed && !mightDismiss(item, seen);
  }
  if (item.category !== 'done') return true;
  if (settled === null) return false;
  return isDismissed(item) ? !mightDismiss(item, seen) : !isCorrected(item, items);
}

export const isDismissed = (item: Item) => isCancelled(item) || item.status === 'Not a nonconformity';

/** By an approver who is neither reporter nor assignee; of what an audit raised somebody who audits agreed besides. */
function mightDismiss(item: Item, { said }: Seen): boolean {
  const { settled } = item;
  if (settled === null || settled.own || settled.right === 'none') return false;
  if (!(text(item, 'Origin') ?? '').endsWith('audit')) return true;
  return said.some(
    ({ kind, subject, body }) =>
      kind === 'dismissal-agreement' && subject === `jira:${item.id}` && body.settledOn === settled.on,
  );
}

/** What 10.2 asks for before it is closed. */
export function isCorrected(item: Item, items: readonly Item[]): boolean {
  const actions = items.filter(
    (one) =>
      one.lostOn === null &&
      !isCancelled(one) &&
      one.links.some(({ type, to }) => type === 'AIMS correction' && to === item.id),
  );
  return (
    ['Correction', 'Cause', 'Effectiveness date'].every((field) => text(item, field) !== null) &&
    text(item, 'Effectiveness') === 'Effective' &&
    (text(item, 'Why no action') !== null || actions.some(({ category }) => category === 'done')) &&
    item.reviewedByOther
  );
}

/** Row 3: a current conclusion "conforms" of this scope, later than closings and than the last significant change. */
export function isVerified(
  scope: string,
  requirement: string,
  mine: readonly Item[],
  changed: string | null,
  seen: Seen,
): boolean {
  const body = conclusionsOn(scope, requirement, seen)[0]?.body;
  if (body?.result !== 'conforms') return false;
  const on = String(body.concludedOn);
  const closings = mine.filter(isFinding).flatMap(({ doneOn }) => doneOn ?? []);
  const before = [...closings, ...(changed === null ? [] : [changed])];
  return seen.today <= String(body.validUntil) && before.every((day) => day < on);
}
