import { type Page, readPage } from '../confluence/page';
import type { ItemFact, ItemId } from '../domain/item/item-fact';
import { pageItemIdOf } from '../domain/item/item-id';
import { POLICY, POLICY_CONTROL } from '../domain/requirement/named';
import { AppError } from '../errors';
import { readFacts } from '../store/item';
import { type PolicyApproval, readPolicyApproval } from '../store/policy';

/** The policy (5.2) and the control that asks for it (A.2.2) have one document. */
const MET_BY_POLICY = [POLICY, POLICY_CONTROL];

/**
 * Facts of the pages that count: the one whose text is the approved AI policy. A page that another approval superseded, or
 * that Confluence no longer has, is absent, and so becomes a tombstone. Without a Confluence nothing can be said: the
 * facts stay as they are.
 */
export async function factsOfPages(pageIds: readonly string[]): Promise<Map<ItemId, ItemFact>> {
  if (pageIds.length === 0) return new Map();
  const approval = await readPolicyApproval();
  if (approval === null || !pageIds.includes(approval.pageId)) return new Map();
  const id = pageItemIdOf(approval.pageId);
  try {
    const page = await readPage('app', approval.pageId);
    return page?.status === 'current' ? new Map([[id, factFromPage(page, approval)]]) : new Map();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'confluence-absent') throw error;
    return new Map((await readFacts([id])).map((fact) => [fact.id, fact]));
  }
}

/** The approved version is the evidence, however far the page has moved on since. */
function factFromPage(page: Page, approval: PolicyApproval): ItemFact {
  return {
    id: pageItemIdOf(page.id),
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
    people: page.ownerId === null ? [] : [page.ownerId],
    page: { approved: true, record: false, template: false },
  };
}
