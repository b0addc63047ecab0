import { readPage } from '../confluence/page';
import type { Day } from '../domain/day';
import type { ItemFact, ItemId } from '../domain/item/item-fact';
import { pageItemIdOf } from '../domain/item/item-id';
import { POLICY, POLICY_CONTROL } from '../domain/requirement/named';
import { AppError } from '../errors';
import { readFacts } from '../store/item';
import { type PolicyApproval, readPolicyApproval } from '../store/policy';
import { tombstone } from './tombstone';

/** The policy (5.2) and the control that asks for it (A.2.2) have one document. */
const MET_BY_POLICY = [POLICY, POLICY_CONTROL];

/**
 * Facts of the pages that count: the one whose text is the approved AI policy. A page that another approval superseded is
 * absent, and so becomes a tombstone. One that Confluence no longer has is lost, even where nobody read it between its approval and
 * that: the approval says what it was. Without a Confluence nothing can be said: the facts stay as they are.
 */
export async function factsOfPages(pageIds: readonly string[], today: Day): Promise<Map<ItemId, ItemFact>> {
  if (pageIds.length === 0) return new Map();
  const approval = await readPolicyApproval();
  if (approval === null || !pageIds.includes(approval.pageId)) return new Map();
  const id = pageItemIdOf(approval.pageId);
  try {
    const page = await readPage('app', approval.pageId);
    if (page?.status === 'current') return new Map([[id, factFromApproval(approval, page.ownerId)]]);
    const [known] = await readFacts([id]);
    return new Map([[id, known ? tombstone(known, today) : tombstone(factFromApproval(approval, null), today)]]);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'confluence-absent') throw error;
    return new Map((await readFacts([id])).map((fact) => [fact.id, fact]));
  }
}

/** The approved version is the evidence, however far the page has moved on since. */
function factFromApproval(approval: PolicyApproval, ownerId: string | null): ItemFact {
  return {
    id: pageItemIdOf(approval.pageId),
    kind: 'page',
    projectId: '',
    progress: 'done',
    cancelled: false,
    doneOn: approval.approvedOn,
    effectiveOn: approval.approvedOn,
    reviewDue: approval.reviewDue,
    lostOn: null,
    requirements: MET_BY_POLICY,
    links: [],
    declared: false,
    people: ownerId === null ? [] : [ownerId],
    page: { approved: true, record: false, template: false },
  };
}
