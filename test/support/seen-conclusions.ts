import { type Item, type Said, type Seen, text } from './seen-items';

/** Conclusions of one scope about one requirement that were not taken back and whose day has come, newest first. */
function conclusionsOn(scope: string, requirement: string, { said, today }: Seen): Said[] {
  const withdrawn = new Set(
    said.filter(({ kind }) => kind === 'conclusion-withdrawal').map(({ body }) => body.decisionId),
  );
  const on = ({ body }: Said) => String(body.concludedOn);
  return said
    .filter(({ kind, body }) => kind === 'conclusion' && body.requirementId === requirement && body.scope === scope)
    .filter((one) => one.body.result !== 'not-sampled' && !withdrawn.has(one.id) && on(one) <= today)
    .sort((a, b) => (on(a) === on(b) ? b.at - a.at : on(a) < on(b) ? 1 : -1));
}

/**
 * Row 1. One whose issue is gone violates on, until somebody independent concludes on that day or later that the requirement
 * conforms.
 */
export function isViolated(scope: string, requirement: string, mine: readonly Item[], seen: Seen): boolean {
  const newest = conclusionsOn(scope, requirement, seen)[0]?.body;
  const conformsOn = newest?.result === 'conforms' ? String(newest.concludedOn) : '';
  return mine.some(
    (item) =>
      item.role === 'violates' &&
      item.category !== 'done' &&
      text(item, 'Grade') !== 'Observation' &&
      (item.lostOn === null || item.lostOn > conformsOn),
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
  const closings = mine
    .filter((item) => item.role === 'violates' && text(item, 'Grade') !== 'Observation')
    .flatMap(({ doneOn }) => doneOn ?? []);
  const before = [...closings, ...(changed === null ? [] : [changed])];
  return seen.today <= String(body.validUntil) && before.every((day) => day < on);
}
