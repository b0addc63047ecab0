import type { ItemFact } from '../../src/domain/item/item-fact';
import { storedFacts } from './recount';
import type { SeenIssue } from './seen-items';
import type { Hands } from './site';

const TYPES: Readonly<Record<ItemFact['kind'], string>> = {
  'ai-system': 'AI system',
  'ai-risk': 'AI risk',
  nonconformity: 'Nonconformity',
  'corrective-action': 'Corrective action',
  work: 'Task',
  page: 'Page',
};
const LINKS = {
  concerns: 'AIMS concern',
  treats: 'AIMS treatment',
  corrects: 'AIMS correction',
  evidences: 'AIMS evidence',
};
const CATEGORIES = { 'to-do': 'to do', 'in-progress': 'in progress', done: 'done' } as const;
const GRADES = { major: 'Major', minor: 'Minor', ungraded: null, observation: 'Observation' };

/**
 * Issues that are gone, as the app saw them last: nobody else remembers them. Pages are left out, since Confluence answers
 * for those.
 */
export async function tombstones({ site }: Hands): Promise<SeenIssue[]> {
  const facts = [...(await storedFacts(site)).values()];
  return facts.filter(({ lostOn, kind }) => lostOn !== null && kind !== 'page').map(seenLast);
}

const idOf = (itemId: string): string => itemId.replace(/^jira:/, '');

function seenLast(fact: ItemFact): SeenIssue {
  return {
    id: idOf(fact.id),
    projectId: fact.projectId,
    type: TYPES[fact.kind],
    status: '',
    category: CATEGORIES[fact.progress],
    resolution: fact.cancelled ? 'Declined' : null,
    doneOn: fact.doneOn,
    fields: {
      'Evidence effective date': fact.effectiveOn,
      'Evidence review due': fact.reviewDue,
      Grade: fact.nonconformity ? GRADES[fact.nonconformity.grade] : null,
    },
    unknownDays: [],
    requirements: fact.requirements,
    links: fact.links.map(({ role, target }) => ({ type: LINKS[role], to: idOf(target) })),
    statuses: [],
    createdOn: fact.nonconformity?.detectedOn ?? '',
    settled: settledLast(fact),
    reviewedByOther: fact.nonconformity?.otherReviewer !== false,
    isEmpty: fact.empty === true,
    lostOn: fact.lostOn,
  };
}

/** As the app saw it last, too. */
function settledLast({ nonconformity, risk }: ItemFact): SeenIssue['settled'] {
  const seen = nonconformity?.settling ?? risk?.acceptance;
  if (seen === undefined) return null;
  const from = nonconformity?.settling?.from ?? null;
  return {
    own: seen.by === 'own',
    right: seen.by === 'top-management' ? 'top' : seen.by === 'aims-approvers' ? 'approver' : 'none',
    on: seen.on,
    from: from === null ? null : GRADES[from],
    changed: risk?.acceptance?.changed ?? false,
  };
}
