import type { Requirement } from '../../../controls';
import type { Context } from '../../context';
import { ORGANISATION } from '../../domain/coverage/cell';
import { addMonths } from '../../domain/day';
import { contributions } from '../../domain/item/contribution';
import type { ItemFact, ItemId } from '../../domain/item/item-fact';
import { issueIdOf } from '../../domain/item/item-id';
import { RISK_ASSESSMENT, RISK_TREATMENT } from '../../domain/requirement/named';
import { AppError } from '../../errors';
import { reachedByApproval } from '../../ingest/decided';
import { ownerFields } from '../../ingest/fields';
import { type Part, partsOf } from '../../jira/involvement';
import { issuesAsViewer } from '../../jira/viewed-issue';
import { hadPartIn } from '../../store/approval-part';
import { readCellContext } from '../../store/context';
import { CRITERIA } from '../../store/criteria';
import { decisionsFrom, kindsDecidedBy } from '../../store/decision';
import { settledBy } from '../../store/witness';
import { ownWorkWords, SETTLED } from '../../words/independence';

/** What somebody did within so many months is their own work still. Our model: 9.2.2 asks for impartiality and names no time. */
const LOOK_BACK_MONTHS = 12;

/** Since when own work counts as own, epoch milliseconds. */
export const ownSince = ({ zone, today }: Pick<Context, 'zone' | 'today'>): number =>
  zone.startOf(addMonths(today(), -LOOK_BACK_MONTHS));

/** Issues that a refusal names. */
const NAMED = 3;
/** These are counted from every risk of the AI system and what treats it, whether or not these name them. */
const FROM_RISKS: readonly string[] = [RISK_ASSESSMENT, RISK_TREATMENT];

/**
 * Nobody audits own work (9.2.2): whoever in the last 12 months was assignee, reporter, creator or owner of something
 * that counts for the requirement in this scope (over links and "met in common" too), or decided or approved there, does
 * not conclude on it; nor does whoever accepted a risk or closed or dismissed a finding there. Reporting a risk or a nonconformity is no work on what it names.
 * @throws AppError not-independent, naming what it is and, of issues, those that the caller may see
 */
export async function requireIndependent(
  accountId: string,
  scope: ItemId | typeof ORGANISATION,
  requirement: Requirement,
  context: Pick<Context, 'configuration' | 'catalogue' | 'zone' | 'today'>,
): Promise<void> {
  const since = ownSince(context);
  const decided: string[] = await kindsDecidedBy(accountId, scope, requirement, since);
  if (isReachedByCriteria(requirement, context) && (await hadPartIn('criteria', accountId, since)))
    decided.push('criteria');
  const counted = await countedItems(scope, requirement, context);
  const issueIds = counted.flatMap(({ id }) => issueIdOf(id) ?? []);
  const parts = await partsOf(accountId, issueIds, ownerFields(context), since);
  const settled = await settledBy(
    accountId,
    counted.map(({ id }) => id),
    since,
  );
  const own = counted.flatMap((item) => {
    const partsInItem =
      parts.get(issueIdOf(item.id) ?? '') ?? new Set(item.people.includes(accountId) ? (['owner'] as const) : []);
    const found: OwnPart[] = [...partsInItem].filter((part) => isOwnWork(item, part));
    if (settled.has(item.id)) found.push(SETTLED);
    return found.length === 0 ? [] : [{ item, parts: found }];
  });
  if (own.length === 0 && decided.length === 0) return;
  const { named, more } = await namedIssues(own);
  throw new AppError('not-independent', { detail: ownWorkWords(decided, named, more) });
}

const isReachedByCriteria = ({ id }: Requirement, context: Pick<Context, 'catalogue'>): boolean =>
  reachedByApproval(CRITERIA, context).requirements.includes(id);

/** What somebody was to an item, or did to it. */
type OwnPart = Part | typeof SETTLED;

/** Who writes down a risk or a finding has not done the work that it is about; who owns or does it has. */
const isOwnWork = ({ kind }: ItemFact, part: Part): boolean =>
  kind === 'work' || kind === 'page' || part === 'assignee' || part === 'owner';

/** Everything that the requirement's cells of a scope are counted from. */
async function countedItems(
  scope: string,
  { id: requirementId }: Requirement,
  { zone }: Pick<Context, 'zone'>,
): Promise<ItemFact[]> {
  const isOrganisation = scope === ORGANISATION;
  const context = await readCellContext(
    isOrganisation ? [] : [scope],
    isOrganisation ? [requirementId] : [],
    isOrganisation ? [requirementId] : [],
    zone,
  );
  const { metInCommon } = decisionsFrom(context);
  const common = new Set(metInCommon.filter((one) => one.requirementId === requirementId).map(({ item }) => item));
  const of = (unit: string) => [...(context.unitItems.get(unit) ?? [])].flatMap((id) => context.facts.get(id) ?? []);
  const names = (item: ItemFact) =>
    contributions(item, context.facts).some((contribution) => contribution.requirementId === requirementId);
  const ofRisks = (item: ItemFact) =>
    !isOrganisation &&
    FROM_RISKS.includes(requirementId) &&
    (item.kind === 'ai-risk' || item.links.some(({ role }) => role === 'treats'));
  return [
    ...of(scope).filter((item) => item.id === scope || names(item) || ofRisks(item)),
    ...of('common').filter(({ id }) => common.has(id)),
  ];
}

/** Those that the caller may see, and how many there are besides. */
async function namedIssues(own: readonly { item: ItemFact; parts: readonly OwnPart[] }[]) {
  const visible = await issuesAsViewer(own.slice(0, NAMED).flatMap(({ item }) => issueIdOf(item.id) ?? []));
  const named = own.slice(0, NAMED).flatMap(({ item, parts }) => {
    const issue = visible.get(issueIdOf(item.id) ?? '');
    return issue ? [{ parts, key: issue.key }] : [];
  });
  return { named, more: own.length - named.length };
}
