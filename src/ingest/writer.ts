import { dayOf } from '../domain/day';
import type { ItemFact, ItemId } from '../domain/item/item-fact';
import { issueIdsOf, itemIdOf, pageIdsOf } from '../domain/item/item-id';
import { bulkFetchIssues, formerStatuses, type JiraIssue } from '../jira/issue';
import { pushItems } from '../queue/facts-queue';
import { readRelated } from '../store/context';
import { decisionsFrom } from '../store/decision';
import { type Reference, referenceChanges, referrersOf, systemIds, upsertItems, upsertReferences } from '../store/item';
import { type Lease, leaseFrom, markAndClaim, markSubjects, releaseLease, stampAt } from '../store/mark';
import type { Ingest } from './collaborators';
import { missFields } from './drift';
import { factFromIssue, kindOf } from './fact-from-issue';
import { factsOfPages } from './fact-from-page';
import { fieldsToRead } from './fields';
import { keepUnread, unreadFields } from './keep-unread';
import { recount, unitsOf } from './recount';
import { tombstone } from './tombstone';
import { mergeTouched, type Touched, touchedBy } from './touched';
import { WriterBusy } from './writer-busy';

/** Most items of one batch: one bulk fetch of Jira. */
export const BATCH = 100;
/** A lease outlives the longest invocation of a consumer (900 s), so a living writer never loses it in mid-write. */
const LEASE_MILLISECONDS = 16 * 60_000;

/** Items to be read now, or issues that the caller has read already (backfill). */
export type Batch = { ids: readonly ItemId[] } | { issues: readonly JiraIssue[] };

/**
 * Mark, write, settle: reads a batch of issues, replaces their facts and recounts the cells that they touch.
 * A crash after any statement leaves a mark from which a later run goes on; repeating it gives the same facts.
 * @param batch at most `BATCH` issues
 * @returns how many facts differ from what was stored: a repair, when no event asked for it
 * @throws WriterBusy when another writer holds the lease
 */
export async function writeBatch(batch: Batch, ingest: Ingest): Promise<number> {
  const itemIds = [...new Set('ids' in batch ? batch.ids : batch.issues.map((issue) => itemIdOf(issue.id)))];
  if (itemIds.length === 0) return 0;
  const now = ingest.now();
  const stamp = stampAt(now, ingest.random);
  const leaseUntil = stampAt(now + LEASE_MILLISECONDS, ingest.random);
  const marks = itemIds.map((id) => `item:${id}`);
  await markAndClaim(marks, stamp, leaseUntil, now);
  return orRelease(leaseUntil, async () => {
    const fresh = await readFresh(batch, ingest);
    const related = await readRelated(
      itemIds,
      [...fresh.facts.values()].flatMap((fact) => fact.links.map((link) => link.target)),
    );
    const lease = leaseFrom(related.lease, leaseUntil, stamp);
    if (!lease) throw new WriterBusy('Another writer holds the lease.');

    const written = await replaceFacts(itemIds, fresh, related, lease, ingest);
    await missFields([...fresh.unread.values()].flat(), ingest);
    await recount(written.touched, [...marks, ...unitsOf(written.touched)], lease, ingest);
    return written.changed;
  });
}

/** Work that fails gives the lease back at once; what a crash leaves ends by itself. */
async function orRelease<Result>(leaseUntil: number, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof WriterBusy)) await releaseLease(leaseUntil).catch(() => {}); // The first failure is the one to tell.
    throw error;
  }
}

/** Recounts cells without reading Jira: after a decision, on the day on which a cell changes, or from marks. */
export async function writeRecount(touched: Touched, ingest: Ingest): Promise<void> {
  const now = ingest.now();
  const stamp = stampAt(now, ingest.random);
  const leaseUntil = stampAt(now + LEASE_MILLISECONDS, ingest.random);
  const all = touched.everySystem ? { ...touched, systems: new Set(await systemIds()), everySystem: false } : touched;
  const marks = unitsOf(all);
  if (marks.length === 0) return;
  await markAndClaim(marks, stamp, leaseUntil, now);
  await orRelease(leaseUntil, () => recount(all, marks, { stamp, leaseUntil }, ingest));
}

interface Fresh {
  /** What the products say now, by item; an item that is absent is lost. */
  facts: Map<ItemId, ItemFact>;
  /** Fields that an item's issue should have and Jira does not answer. */
  unread: Map<ItemId, string[]>;
}

async function readFresh(batch: Batch, ingest: Ingest): Promise<Fresh> {
  if ('issues' in batch) return factsOf(batch.issues, ingest);
  const issues = await bulkFetchIssues(issueIdsOf(batch.ids), fieldsToRead(ingest.configuration));
  const { facts, unread } = await factsOf(issues, ingest);
  return { facts: new Map([...facts, ...(await factsOfPages(pageIdsOf(batch.ids)))]), unread };
}

async function factsOf(issues: readonly JiraIssue[], ingest: Ingest): Promise<Fresh> {
  const enrolled = issues.filter((issue) => ingest.configuration.projects.includes(issue.fields.project?.id ?? ''));
  const systems = enrolled.filter((issue) => kindOf(issue, ingest.configuration) === 'ai-system');
  const unfinished = systems.filter((issue) => !isInOperation(issue, ingest));
  const former = await formerStatuses(unfinished.map((issue) => issue.id));
  const known = new Set(ingest.requirements.keys());
  const unread = new Map<ItemId, string[]>();
  const facts = enrolled.map((issue): [ItemId, ItemFact] => {
    const fact = factFromIssue(issue, ingest.configuration, known, former.get(issue.id) ?? []);
    const fields = unreadFields(issue, fact.kind, ingest.configuration);
    if (fields.length > 0) unread.set(fact.id, fields);
    return [fact.id, fact];
  });
  return { facts: new Map(facts), unread };
}

/** In Operation there is no further stage to have been in, so its history need not be read. */
function isInOperation(issue: JiraIssue, ingest: Ingest): boolean {
  const keys = ingest.configuration.statuses[issue.fields.status?.id ?? ''] ?? [];
  return keys.some((key) => key === 'ai-system:operation-and-monitoring' || key === 'ai-system:re-evaluation');
}

/** Deleting an issue removes links of others without a word to them: whoever links to a lost item is read again. */
async function readReferrersAgain(facts: readonly ItemFact[], ingest: Ingest): Promise<void> {
  const lost = facts.filter((fact) => fact.lostOn !== null).map((fact) => fact.id);
  if (lost.length === 0) return;
  const referrers = (await referrersOf(lost)).filter((id) => !lost.includes(id));
  if (referrers.length > 0) await pushItems(referrers);
  ingest.log.info('items-lost', { lost: lost.length, referrers: referrers.length });
}

async function replaceFacts(
  itemIds: readonly ItemId[],
  fresh: Fresh,
  related: {
    facts: Map<ItemId, ItemFact>;
    references: Map<ItemId, Reference[]>;
    decisions: Parameters<typeof decisionsFrom>[0];
  },
  lease: Lease,
  ingest: Ingest,
): Promise<{ touched: Touched; changed: number }> {
  const today = dayOf(ingest.now());
  const after = itemIds.flatMap((id) => {
    const known = related.facts.get(id);
    const read = fresh.facts.get(id);
    const fact = read ? keepUnread(read, known, fresh.unread.get(id) ?? []) : known && tombstone(known, today);
    return fact ? [fact] : [];
  });
  const commons = decisionsFrom(related.decisions, new Map()).metInCommon;
  const before = touchedBy(itemIds, related.facts, commons, ingest.requirements);
  const overlay = new Map([...related.facts, ...after.map((fact) => [fact.id, fact] as const)]);
  let touched = mergeTouched(before, touchedBy(itemIds, overlay, commons, ingest.requirements));
  if (touched.everySystem)
    touched = { ...touched, systems: new Set([...touched.systems, ...(await systemIds())]), everySystem: false };

  const units = unitsOf(touched);
  if (units.length > 0) await markSubjects(units, lease.stamp);
  // References first: the fact is what a later run compares with, so it must be the last to change.
  await upsertReferences(
    after.flatMap((fact) => referenceChanges(related.references.get(fact.id) ?? [], fact)),
    lease,
  );
  await upsertItems(after, ingest.now(), lease);
  const changed = after.filter((fact) => JSON.stringify(related.facts.get(fact.id)) !== JSON.stringify(fact)).length;
  await readReferrersAgain(after, ingest);
  return { touched, changed };
}
