import type { Context } from '../context';
import type { ItemFact, ItemId } from '../domain/item/item-fact';
import { issueIdOf, itemIdOf } from '../domain/item/item-id';
import type { Acceptance, How, Right, Settling } from '../domain/item/witness';
import type { Grade } from '../domain/vocabulary/nonconformity';
import { changesOf, type FieldChange } from '../jira/changelog';
import type { JiraIssue } from '../jira/issue';
import { type AppPermission, permissionsOf } from '../jira/permission';
import { appendWitness, readWitnesses, witnessKey } from '../store/witness';
import { accountIdOf } from './holders';

/** What of an issue tells whose it is, and when its status last came into another category. */
export interface Held {
  assignee: string | null;
  reporter: string | null;
  seen: string;
}

export const heldOf = ({ fields }: JiraIssue): Held => ({
  assignee: accountIdOf(fields.assignee),
  reporter: accountIdOf(fields.reporter),
  seen: fields.statuscategorychangedate ?? '',
});

/** Fields of a risk that an acceptance rests on. */
const ACCEPTED_AS = [
  'likelihood',
  'consequence',
  'residual-likelihood',
  'residual-consequence',
  'acceptance-expires',
  'acceptance-justification',
] as const;

/**
 * Puts into facts who accepted, closed or dismissed what they are of, from Jira's changelog, so that it is known whether or not an
 * event came. Where no event asks, nothing is asked of what was looked at already and is as it was then. Each is kept as a witness
 * before the facts are written, so that a crash repeats it.
 * @param fresh facts as they were read now, of which those that it is told of are replaced, and whose they are
 * @param stored facts as they stand, of these items and of what they link to
 * @param isAsked an event says that something changed: what was changed there and back looks as it was
 */
export async function witnessSettled(
  { facts, held }: { facts: Map<ItemId, ItemFact>; held: ReadonlyMap<ItemId, Held> },
  stored: ReadonlyMap<ItemId, ItemFact>,
  isAsked: boolean,
  context: Pick<Context, 'configuration' | 'zone' | 'now'>,
): Promise<void> {
  const wanted = new Map<ItemId, Wanted>();
  for (const [id, fact] of facts) {
    const issue = held.get(id);
    const how = howSettled(fact);
    if (issue === undefined || how === null) continue;
    const known = stored.get(id);
    if (!isAsked && known !== undefined && isAsLookedAt(fact, known, how, issue)) facts.set(id, withKnown(fact, known));
    else wanted.set(id, { fact, how, issue });
  }
  if (wanted.size === 0) return;
  const changes = await changesByItem([...wanted.keys()], context);
  const witnesses = await readWitnesses([...wanted.keys()]);
  const rights = new Map<string, AppPermission[] | null>();
  for (const [id, want] of wanted) {
    const history = changes.get(id) ?? [];
    const last = settlingChange(want, history, context);
    const key = { itemId: id, how: want.how, at: last?.at ?? 0 };
    let right = witnesses.get(witnessKey(key));
    if (right === undefined) {
      right = await rightOf(last, want, history, { facts, stored, rights });
      // What was an observation from the start was lowered by nobody.
      if (last !== undefined || want.how !== 'lowered')
        await appendWitness(last?.authorId ?? null, { ...key, right }, context.now());
    }
    facts.set(id, withWitness(want, last, right, history, context));
  }
}

interface Wanted {
  fact: ItemFact;
  how: How;
  issue: Held;
}

/** A change of the changelog, with its instant as epoch milliseconds. */
type Change = FieldChange & { at: number };

/** What takes its weight from an item as it stands, or null. An observation has none, whether or not it was lowered to one. */
function howSettled({ risk, nonconformity, progress }: ItemFact): How | null {
  if (risk) return risk.accepted ? 'accepted' : null;
  if (!nonconformity) return null;
  if (nonconformity.grade === 'observation') return 'lowered';
  if (progress !== 'done') return null;
  return nonconformity.dismissed ? 'dismissed' : 'closed';
}

/** What was looked at, and nothing has changed since that its changelog would tell more of. */
function isAsLookedAt(fact: ItemFact, known: ItemFact, how: How, { seen }: Held): boolean {
  const looked = how === 'accepted' ? known.risk?.acceptance : known.nonconformity?.settling;
  if (looked === undefined || looked.seen !== seen || howSettled(known) !== how) return false;
  if (how !== 'accepted') return fact.nonconformity?.grade === known.nonconformity?.grade;
  const restsOn = ({ risk }: ItemFact) => JSON.stringify([risk?.inherent, risk?.residual, risk?.acceptanceExpires]);
  return restsOn(fact) === restsOn(known);
}

function withKnown(fact: ItemFact, known: ItemFact): ItemFact {
  if (fact.risk && known.risk?.acceptance)
    return { ...fact, risk: { ...fact.risk, acceptance: known.risk.acceptance } };
  if (fact.nonconformity && known.nonconformity?.settling)
    return { ...fact, nonconformity: { ...fact.nonconformity, settling: known.nonconformity.settling } };
  return fact;
}

async function changesByItem(
  itemIds: readonly ItemId[],
  { configuration: { fields } }: Pick<Context, 'configuration'>,
): Promise<Map<ItemId, Change[]>> {
  const wanted = ['status', 'assignee', 'reporter', ...[...ACCEPTED_AS, 'grade'].flatMap((key) => fields[key] ?? [])];
  const found = new Map<ItemId, Change[]>();
  const issueIds = itemIds.flatMap((id) => issueIdOf(id) ?? []);
  for await (const change of changesOf(issueIds, wanted)) {
    const id = itemIdOf(change.issueId);
    found.set(id, [...(found.get(id) ?? []), { ...change, at: new Date(change.created).getTime() }]);
  }
  for (const changes of found.values()) changes.sort((a, b) => a.at - b.at);
  return found;
}

/** The change by which it came to be as it is, or undefined where the changelog does not show it. */
function settlingChange(
  { fact, how }: Wanted,
  changes: readonly Change[],
  { configuration }: Pick<Context, 'configuration'>,
): Change | undefined {
  if (how === 'lowered') return changes.findLast((change) => loweredFrom(change, configuration) !== null);
  const into = (change: Change) => change.fieldId === 'status' && isSettledBy(change.to, fact, how, configuration);
  return changes.findLast(into);
}

/** Whether a status is one by which such an item is settled; a nonconformity of a workflow of people's own is by any. */
function isSettledBy(
  statusId: string | null,
  { kind }: ItemFact,
  how: How,
  { statuses }: Context['configuration'],
): boolean {
  const keys = statuses[statusId ?? '']?.filter((key) => key.startsWith(`${kind}:`)) ?? [];
  if (how === 'accepted') return keys.includes('ai-risk:accepted');
  const isOfOurs = keys.length > 0;
  return !isOfOurs || keys.some((key) => key === `${kind}:closed` || key === `${kind}:not-a-nonconformity`);
}

/** The grade from which a change lowered to an observation, or null. What had no grade yet was not lowered. */
function loweredFrom(change: Change, { fields, options }: Context['configuration']): Grade | null {
  if (change.fieldId !== fields.grade) return null;
  const meaning = (id: string | null) => options.grade?.[id ?? ''];
  const from = meaning(change.from);
  return meaning(change.to) === 'observation' && (from === 'major' || from === 'minor') ? from : null;
}

/** By what right whoever did it did. What is about one's own comes before every permission. */
async function rightOf(
  last: Change | undefined,
  { fact, how, issue }: Wanted,
  changes: readonly Change[],
  {
    facts,
    stored,
    rights,
  }: {
    facts: ReadonlyMap<ItemId, ItemFact>;
    stored: ReadonlyMap<ItemId, ItemFact>;
    rights: Map<string, AppPermission[] | null>;
  },
): Promise<Right> {
  const by = last?.authorId ?? null;
  if (last === undefined || by === null) return 'not-known';
  const whoseField = how === 'accepted' ? [] : heldAt('reporter', issue.reporter, changes, last.at);
  const own = [...heldAt('assignee', issue.assignee, changes, last.at), ...whoseField];
  const owners = how === 'accepted' ? ownersOf(fact, facts, stored) : [];
  if (how !== 'closed' && [...own, ...owners].includes(by)) return 'own';
  const known = rights.get(by);
  const permissions = known === undefined ? await permissionsOf(by, ['approve-aims-top', 'decide-aims']) : known;
  rights.set(by, permissions);
  if (permissions === null) return 'not-known';
  if (permissions.includes('approve-aims-top')) return 'top-management';
  return permissions.includes('decide-aims') ? 'aims-approvers' : 'no-right';
}

/** Whoever a field named when something was done, and whom it named from that very change on. */
function heldAt(field: string, now: string | null, changes: readonly Change[], at: number): string[] {
  const of = changes.filter(({ fieldId }) => fieldId === field);
  const before = of.find((change) => change.at >= at);
  const after = of.find((change) => change.at > at);
  return [before === undefined ? now : before.from, after === undefined ? now : after.from].flatMap((one) => one ?? []);
}

/** Owners of the AI systems that a risk concerns, as far as they are known. */
function ownersOf(
  fact: ItemFact,
  facts: ReadonlyMap<ItemId, ItemFact>,
  stored: ReadonlyMap<ItemId, ItemFact>,
): string[] {
  return fact.links
    .filter(({ role }) => role === 'concerns')
    .flatMap(({ target }) => (facts.get(target) ?? stored.get(target))?.system?.owner ?? []);
}

function withWitness(
  { fact, how, issue }: Wanted,
  last: Change | undefined,
  by: Right,
  changes: readonly Change[],
  { configuration, zone }: Pick<Context, 'configuration' | 'zone'>,
): ItemFact {
  const witnessed = { on: last === undefined ? null : zone.dayOf(last.at), by, seen: issue.seen };
  if (fact.risk) {
    const restsOn = ACCEPTED_AS.flatMap((key) => configuration.fields[key] ?? []);
    const changed = changes.some(({ fieldId, at }) => last !== undefined && at > last.at && restsOn.includes(fieldId));
    const acceptance: Acceptance = { ...witnessed, changed };
    return { ...fact, risk: { ...fact.risk, acceptance } };
  }
  if (!fact.nonconformity) return fact;
  const since = configuration.enrolledAt[fact.projectId];
  const lowered = changes.findLast((change) => loweredFrom(change, configuration) !== null);
  const settling: Settling = {
    ...witnessed,
    how: how === 'accepted' ? 'closed' : how,
    before: since !== undefined && last !== undefined && last.at < since,
    from: lowered === undefined ? null : loweredFrom(lowered, configuration),
  };
  return { ...fact, nonconformity: { ...fact.nonconformity, settling } };
}
