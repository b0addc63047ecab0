import type { Context } from '../context';
import type { ItemFact, ItemId } from '../domain/item/item-fact';
import { issueIdsOf, itemIdOf, pageIdsOf } from '../domain/item/item-id';
import type { MissingRef } from '../domain/item/unread';
import { hasLeftScope } from '../domain/lifecycle/stage';
import { PART_ROLE_AND_CLASS } from '../domain/vocabulary/ai-system';
import { bulkFetchIssues, historiesOf, type JiraIssue } from '../jira/issue';
import { askToRead } from '../queue/facts-queue';
import { countingProjects } from '../store/configuration';
import { readRelated } from '../store/context';
import {
  type Reference,
  recordChecked,
  referenceChanges,
  referrersOf,
  systemIds,
  upsertItems,
  upsertReferences,
} from '../store/item';
import {
  granted,
  itemSubject,
  type Lease,
  markAndClaim,
  markSubjects,
  newLease,
  releaseLease,
  renew,
} from '../store/mark';
import { lookBy } from '../store/next-look';
import { pointsOfRead, spendPoints } from '../store/points';
import { forgetNotes } from '../store/waiting';
import { miss, missingOf } from './drift';
import { factFromIssue, kindOf } from './fact-from-issue';
import { factsOfPages } from './fact-from-page';
import { fieldsToRead } from './fields';
import { keepUnread, suspectsAmong, unreadFields } from './keep-unread';
import { lookForEmpty } from './look-for-empty';
import { recount, unitsOf } from './recount';
import { tombstone } from './tombstone';
import { mergeTouched, type Touched, touchedBy } from './touched';
import { witnessProperties } from './witness-properties';
import { type Held, heldOf, witnessSettled } from './witness-settled';
import { WriterBusy } from './writer-busy';

/** Most items of one batch: one bulk fetch of Jira. */
export const BATCH = 100;
/**
 * Items to be read now, or issues that the caller has read already (backfill). `noted`: events asked for it; `unasked`:
 * nobody says that they changed, so those that did not, and have no mark, are left as they are.
 */
export type Batch = { ids: readonly ItemId[]; why?: 'noted' | 'unasked' } | { issues: readonly JiraIssue[] };

/**
 * Mark, write, settle: reads a batch of issues, replaces their facts and recounts the cells that they touch.
 * A crash after any statement leaves a mark from which a later run goes on; repeating it gives the same facts.
 * @param batch at most `BATCH` issues
 * @returns how many facts differ from what was stored: a repair, when no event asked for it
 * @throws WriterBusy when another writer holds the lease
 */
export async function writeBatch(batch: Batch, context: Context): Promise<number> {
  let itemIds = [...new Set('ids' in batch ? batch.ids : batch.issues.map((issue) => itemIdOf(issue.id)))];
  if (itemIds.length === 0) return 0;
  const now = context.now();
  const lease = newLease(now, context.random);
  const unasked = 'ids' in batch && batch.why === 'unasked';
  const marks = unasked ? [] : itemIds.map(itemSubject);
  await lookBy(now);
  await markAndClaim(marks, lease, now);
  return orRelease(lease, async () => {
    if ('ids' in batch && batch.why === 'noted') await forgetNotes(marks);
    const fresh = await readFresh(batch, context);
    if (unasked || 'issues' in batch) await chargeFor(fresh.askedFor, now);
    const related = await readRelated(
      itemIds,
      [...fresh.facts.values()].flatMap((fact) => fact.links.map((link) => link.target)),
    );
    if (!granted(lease, related.lease) || !(await renew(lease, context.now(), context.random)))
      throw new WriterBusy('Another writer holds the lease.');

    await witnessSettled(fresh, related.facts, 'ids' in batch && batch.why === 'noted', context);
    const lost = await missingOf(suspectsAmong(fresh.facts, related.facts), context);
    for (const ref of lost) fresh.gone.add(ref);
    if (unasked) {
      const changed = changedOf(itemIds, fresh, related.facts, context);
      const left = itemIds.filter((id) => !changed.has(id) && !related.marked.has(id));
      if (left.length > 0) await recordChecked(left, context.now());
      itemIds = itemIds.filter((id) => !left.includes(id));
      marks.push(...itemIds.map(itemSubject));
      if (itemIds.length === 0) {
        await releaseLease(lease);
        return 0;
      }
      await markSubjects(marks, lease.stamp);
    }
    const written = await replaceFacts(itemIds, fresh, related, lease, context);
    await miss([...[...fresh.unread.values()].flat(), ...lost], context);
    await recount(written.touched, [...marks, ...unitsOf(written.touched)], lease, context);
    return written.changed;
  });
}

/** Bulk work answers for what it asks besides its pages. */
async function chargeFor(issues: number, now: number): Promise<void> {
  if (issues > 0) await spendPoints(issues * pointsOfRead(1), now);
}

/** Work that fails gives the lease back at once; what a crash leaves ends by itself. */
async function orRelease<Result>(lease: Lease, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof WriterBusy)) await releaseLease(lease).catch(() => {}); // The first failure is the one to tell.
    throw error;
  }
}

/**
 * Recounts cells without reading Jira: after a decision, on the day on which a cell changes, or from marks.
 * @param noted the subjects that decisions asked for, when that is why
 */
export async function writeRecount(touched: Touched, context: Context, noted: readonly string[] = []): Promise<void> {
  const now = context.now();
  const lease = newLease(now, context.random);
  await lookBy(now);
  const all = touched.everySystem ? { ...touched, systems: new Set(await systemIds()), everySystem: false } : touched;
  const marks = unitsOf(all);
  if (marks.length === 0) return forgetNotes(noted);
  await markAndClaim(marks, lease, now);
  await orRelease(lease, async () => {
    await forgetNotes(noted);
    await recount(all, marks, lease, context);
  });
}

interface Fresh {
  /** What the products say now, by item; an item that is absent is lost. */
  facts: Map<ItemId, ItemFact>;
  /** Fields that an item's issue should have and Jira does not answer. */
  unread: Map<ItemId, MissingRef[]>;
  /** All that Jira is known to have lost. */
  gone: Set<MissingRef>;
  /** Whose the issues are. */
  held: Map<ItemId, Held>;
  /** For so many issues Jira was asked besides. */
  askedFor: number;
}

async function readFresh(
  batch: Batch,
  context: Pick<Context, 'requirements' | 'configuration' | 'zone' | 'today'>,
): Promise<Fresh> {
  if ('issues' in batch) return factsOf(batch.issues, context);
  const issues = await bulkFetchIssues(issueIdsOf(batch.ids), fieldsToRead(context.configuration));
  const fresh = await factsOf(issues, context);
  return { ...fresh, facts: new Map([...fresh.facts, ...(await factsOfPages(pageIdsOf(batch.ids), context.today()))]) };
}

async function factsOf(
  issues: readonly JiraIssue[],
  context: Pick<Context, 'requirements' | 'configuration' | 'zone' | 'today'>,
): Promise<Fresh> {
  const counting = new Set(countingProjects(context.configuration));
  const enrolled = issues.filter((issue) => counting.has(issue.fields.project?.id ?? ''));
  const systems = enrolled.filter((issue) => kindOf(issue, context.configuration) === 'ai-system');
  const histories = await historiesOf(
    systems.map((issue) => issue.id),
    PART_ROLE_AND_CLASS.flatMap((key) => context.configuration.fields[key] ?? []),
  );
  const known = new Set(context.requirements.keys());
  const unread = new Map<ItemId, MissingRef[]>();
  const facts = new Map<ItemId, ItemFact>();
  for (const issue of enrolled) {
    const fact = factFromIssue(
      issue,
      context.configuration,
      known,
      histories.get(issue.id),
      context.zone,
      context.today(),
    );
    const fields = unreadFields(issue, fact.kind, context.configuration);
    if (fields.length > 0) unread.set(fact.id, fields);
    facts.set(fact.id, fact);
  }
  const gone = new Set(Object.keys(context.configuration.gone));
  return {
    askedFor: await lookForEmpty(enrolled, facts, (id) => gone.size > 0 || unread.has(id)),
    facts,
    unread,
    gone,
    held: new Map(enrolled.map((issue) => [itemIdOf(issue.id), heldOf(issue)])),
  };
}

/** Deleting an issue removes links of others without a word to them: whoever links to a lost item is read again. */
async function readReferrersAgain(facts: readonly ItemFact[], context: Pick<Context, 'log'>): Promise<void> {
  const lost = facts.filter((fact) => fact.lostOn !== null).map((fact) => fact.id);
  if (lost.length === 0) return;
  const referrers = (await referrersOf(lost)).filter((id) => !lost.includes(id));
  if (referrers.length > 0) await askToRead(referrers);
  context.log.info('items-lost', { lost: lost.length, referrers: referrers.length });
}

/** What the items are now: as the products say, or lost when those know them no longer. */
function factsAfter(
  itemIds: readonly ItemId[],
  fresh: Fresh,
  stored: ReadonlyMap<ItemId, ItemFact>,
  context: Pick<Context, 'today'>,
): ItemFact[] {
  const today = context.today();
  return itemIds.flatMap((id) => {
    const known = stored.get(id);
    const read = fresh.facts.get(id);
    const fact = read
      ? keepUnread(read, known, fresh.unread.get(id) ?? [], fresh.gone, today)
      : known && tombstone(known, today);
    return fact ? [fact] : [];
  });
}

/** Items whose facts differ from what is stored. */
function changedOf(...[itemIds, fresh, stored, context]: Parameters<typeof factsAfter>): Set<ItemId> {
  const after = factsAfter(itemIds, fresh, stored, context);
  return new Set(
    after.filter((fact) => JSON.stringify(stored.get(fact.id)) !== JSON.stringify(fact)).map(({ id }) => id),
  );
}

/** An AI system that is new and in scope does neither. */
const leavesOrReturns = (fact: ItemFact, before: ItemFact | undefined): boolean =>
  (fact.system !== undefined || before?.system !== undefined) && hasLeftScope(fact) !== hasLeftScope(before);

const perSystem = ({ requirements }: Pick<Context, 'requirements'>): string[] =>
  [...requirements.values()].filter(({ scopeLevel }) => scopeLevel === 'ai-system').map(({ id }) => id);

async function replaceFacts(
  itemIds: readonly ItemId[],
  fresh: Fresh,
  related: {
    facts: Map<ItemId, ItemFact>;
    references: Map<ItemId, Reference[]>;
    common: ReadonlySet<ItemId>;
  },
  lease: Lease,
  context: Pick<Context, 'requirements' | 'now' | 'zone' | 'today' | 'log'>,
): Promise<{ touched: Touched; changed: number }> {
  const after = factsAfter(itemIds, fresh, related.facts, context);
  const before = touchedBy(itemIds, related.facts, related.common, context.requirements);
  const overlay = new Map([...related.facts, ...after.map((fact) => [fact.id, fact] as const)]);
  let touched = mergeTouched(before, touchedBy(itemIds, overlay, related.common, context.requirements));
  // What violates for a system that leaves the scope, or comes back, does so for the organisation, or no longer.
  if (after.some((fact) => leavesOrReturns(fact, related.facts.get(fact.id))))
    touched = { ...touched, requirements: new Set([...touched.requirements, ...perSystem(context)]) };
  if (touched.everySystem)
    touched = { ...touched, systems: new Set([...touched.systems, ...(await systemIds())]), everySystem: false };

  const units = unitsOf(touched);
  if (units.length > 0) await markSubjects(units, lease.stamp);
  await witnessProperties(after, related.facts, context);
  // References first: the fact is what a later run compares with, so it must be the last to change.
  await upsertReferences(
    after.flatMap((fact) => referenceChanges(related.references.get(fact.id) ?? [], fact)),
    lease,
  );
  await upsertItems(after, context.now(), lease);
  const changed = changedOf(itemIds, fresh, related.facts, context).size;
  await readReferrersAgain(after, context);
  return { touched, changed };
}
