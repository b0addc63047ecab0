import type { ConditionKey } from '../../../controls';
import type { Context } from '../../context';
import type { Output } from '../../contract/procedures';
import { CONDITIONS } from '../../domain/applicability/condition';
import { systemsMeeting } from '../../domain/applicability/meeting';
import { inForce } from '../../domain/approval/course';
import type { ItemId } from '../../domain/item/item-fact';
import { issueIdsOf } from '../../domain/item/item-id';
import { MAIN_FRAMEWORK } from '../../domain/requirement/requirement-id';
import { causesOf, conditionsOfNone, type StatementAnnex, type ToReview } from '../../domain/statement/review';
import { issuesAsViewer, VIEWED_ISSUES } from '../../jira/viewed-issue';
import { readTriages } from '../../store/in-force';
import { annexFrom, systemsInScope } from '../../store/reviewed';
import type { BesideStatement, Statement } from '../../store/statement';
import { issueView } from '../visible';

/** AI systems that are named one by one; the others are counted. */
const NAMED = 20;

/** What whoever looks for AI systems has to know. */
export type Known = Pick<Context, 'catalogue' | 'configuration' | 'zone' | 'today'>;

/** What is kept with an approval of the Statement, for what changes after it to be told. */
export const annexNow = async (context: Known): Promise<StatementAnnex> => ({
  catalogue: catalogueVersion(context),
  conditions: [...(await meetingNow(CONDITIONS, context)).keys()],
});

const catalogueVersion = ({ catalogue }: Pick<Context, 'catalogue'>): number =>
  catalogue.frameworks.find(({ id }) => id === MAIN_FRAMEWORK)?.version ?? 1;

/** By condition, the AI systems of which it is true now; nothing is read where no condition is asked about. */
export async function meetingNow(
  conditions: readonly ConditionKey[],
  context: Known,
): Promise<Map<ConditionKey, ItemId[]>> {
  if (conditions.length === 0) return new Map();
  const systems = await systemsInScope();
  const triages = conditions.includes('triage-not-none') ? await readTriages(context.zone) : [];
  const { settings } = context.configuration;
  return systemsMeeting(conditions, { systems, triages, settings, today: context.today() });
}

/**
 * Why the version in force is "to review": the same for every viewer, so whoever tells it looks which items they may see. Reads nothing,
 * unless it has a condition that was true of no AI system: then one or two statements for 3,000 of them, and one for their triages.
 */
export async function reviewOf(
  { course, criteria, approved }: Statement,
  { needed, reclassified }: Pick<BesideStatement, 'needed' | 'reclassified'>,
  context: Known,
): Promise<ToReview[]> {
  const version = inForce(course);
  if (version === null) return [];
  const annex = annexFrom(version);
  const meeting = await meetingNow(conditionsOfNone(approved, annex), context);
  return causesOf({
    version,
    annex,
    rows: approved,
    needed,
    meeting: new Map(
      [...meeting].map(([condition, ids]) => [condition, { count: ids.length, items: ids.slice(0, NAMED) }]),
    ),
    reclassified,
    criteria,
    catalogue: catalogueVersion(context),
  });
}

/** Causes without their items, as everybody may read them. */
export const withoutItems = (causes: readonly ToReview[]): Omit<ToReview, 'items'>[] =>
  causes.map(({ items: _, ...cause }) => cause);

/** Causes with the items that the viewer may open, from one call as the viewer; the others are counted. */
export async function reviewAsViewer(causes: readonly ToReview[]): Promise<Output<'statement.read'>['review']> {
  const issueIds = [...new Set(causes.flatMap(({ items }) => issueIdsOf(items)))].slice(0, VIEWED_ISSUES);
  const visible = await issuesAsViewer(issueIds);
  return causes.map(({ items, ...cause }) => ({
    ...cause,
    issues: issueIdsOf(items).flatMap((id) => {
      const issue = visible.get(id);
      return issue ? [issueView(id, issue)] : [];
    }),
  }));
}
