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
const isFinding = (item: Item) => item.role === 'violates' && text(item, 'Grade') !== 'Observation';

/** Whether the newest conclusion says "nonconforming" and none of what was raised from it has closed. */
function isFoundNonconforming(newest: Said | undefined, mine: readonly Item[], { said }: Seen): boolean {
  if (newest?.body.result !== 'nonconforming') return false;
  const raised = said.filter(({ kind, body }) => kind === 'conclusion-raised' && body.decisionId === newest.id);
  return !mine.some(
    (item) =>
      isFinding(item) &&
      item.category === 'done' &&
      !isCancelled(item) &&
      raised.some(({ body }) => body.item === `jira:${item.id}`),
  );
}

/**
 * Row 1: by a nonconformity, or by the newest conclusion. One whose issue is gone violates on, until somebody independent concludes on that day or later that the requirement
 * conforms.
 */
export function isViolated(scope: string, requirement: string, mine: readonly Item[], seen: Seen): boolean {
  const [newest] = conclusionsOn(scope, requirement, seen);
  if (isFoundNonconforming(newest, mine, seen)) return true;
  const conformsOn = newest?.body.result === 'conforms' ? String(newest.body.concludedOn) : '';
  return mine.some(
    (item) => isFinding(item) && item.category !== 'done' && (item.lostOn === null || item.lostOn > conformsOn),
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
