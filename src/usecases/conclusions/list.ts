import type { Context } from '../../context';
import type { Output } from '../../contract/procedures';
import { ORGANISATION } from '../../domain/coverage/cell';
import { nothingRaised } from '../../domain/coverage/conclusion';
import { issueIdOf, issueIdsOf, itemIdOf } from '../../domain/item/item-id';
import { hasAppPermission } from '../../jira/permission';
import { issuesAsViewer, VIEWED_ISSUES, type ViewedIssue } from '../../jira/viewed-issue';
import { type GivenConclusion, notWithdrawn, readConclusions } from '../../store/conclusion';
import { readFacts } from '../../store/item';
import { chunks } from '../../store/sql';
import { requirementOf, requirementSeen } from '../coverage/seen';
import type { UseCase } from '../use-case';
import { issueView } from '../visible';

type View = Output<'conclusions.list'>;
type ConclusionView = View['conclusions'][number];

/** Conclusions that a view lists, newest first. */
const LISTED = 25;

/** What was concluded on a requirement: of the organisation and AI systems, or of one. Issues as the viewer may open them. */
export const conclusionsList: UseCase<'conclusions.list', 'requirements' | 'configuration' | 'zone' | 'today'> = async (
  { projectId, requirementId, systemIssueId },
  context,
  caller,
) => {
  const system = systemIssueId === undefined ? null : itemIdOf(systemIssueId);
  const requirement =
    system === null ? requirementSeen(requirementId, context, caller) : requirementOf(requirementId, context);
  const seesOwn = caller.organisation === 'everything';
  const isOnce = requirement.scopeLevel === 'organisation';
  const given = await readConclusions(requirement.id, system ?? (isOnce ? ORGANISATION : null));
  const homes = await projectsOf([...new Set([...given.map(({ scope }) => scope), ...(system ? [system] : [])])]);
  const here = given.filter(({ scope }) =>
    scope === ORGANISATION ? seesOwn : system !== null || projectId === null || homes.get(scope) === projectId,
  );
  const visible = await issuesOf(here.slice(0, LISTED));
  const listed = here
    .slice(0, LISTED)
    .filter(({ scope }) => scope === ORGANISATION || visible.has(issueIdOf(scope) ?? ''));
  const unraised = nothingRaised(notWithdrawn(given), context.today()).map(({ decisionId }) => decisionId);
  const audits = await hasAppPermission('audit-aims');
  const who = { accountId: caller.accountId, audits, seesOwn, unraised };
  return {
    conclusions: listed.map((one) => conclusionView(one, visible, who, context)),
    notListed: here.length - listed.length,
    today: context.today(),
    mayRecord: audits && (isOnce || system !== null),
    raising: audits ? raisingView(system === null ? projectId : (homes.get(system) ?? null), context) : null,
  };
};

/** The projects of AI systems, by item id. */
async function projectsOf(scopes: readonly string[]): Promise<Map<string, string>> {
  const facts = await readFacts(scopes.filter((scope) => scope !== ORGANISATION));
  return new Map(facts.map((fact) => [fact.id, fact.projectId]));
}

async function issuesOf(given: readonly GivenConclusion[]): Promise<Map<string, ViewedIssue>> {
  const ids = [...new Set(given.flatMap(({ scope, body, raised }) => issueIdsOf([scope, ...body.items, ...raised])))];
  const visible = new Map<string, ViewedIssue>();
  for (const some of chunks(ids, VIEWED_ISSUES))
    for (const [id, issue] of await issuesAsViewer(some)) visible.set(id, issue);
  return visible;
}

function conclusionView(
  { decisionId, scope, by, body, raised, withdrawn }: GivenConclusion,
  visible: ReadonlyMap<string, ViewedIssue>,
  {
    accountId,
    audits,
    seesOwn,
    unraised,
  }: { accountId: string; audits: boolean; seesOwn: boolean; unraised: readonly string[] },
  { zone }: Pick<Context, 'zone'>,
): ConclusionView {
  const { result, concludedOn, validUntil, kind, sample, auditBody, report } = body;
  return {
    decisionId,
    system: issuesView([scope], visible).issues[0] ?? null,
    result,
    concludedOn,
    validUntil,
    kind,
    by,
    sampled: issuesView(body.items, visible),
    words: seesOwn ? { sample, auditBody, report } : null,
    raised: issuesView(raised, visible),
    withdrawn: withdrawn && {
      on: zone.dayOf(withdrawn.at),
      by: withdrawn.by,
      reason: seesOwn ? withdrawn.reason : null,
    },
    mayWithdraw: withdrawn === null && (audits || by === accountId),
    mayRaise: withdrawn === null && audits && result === 'nonconforming' && raised.length === 0,
    nothingRaised: unraised.includes(decisionId),
  };
}

function issuesView(items: readonly string[], visible: ReadonlyMap<string, ViewedIssue>): ConclusionView['sampled'] {
  const ids = issueIdsOf(items);
  const issues = ids.flatMap((id) => {
    const issue = visible.get(id);
    return issue ? [issueView(id, issue)] : [];
  });
  return { issues, hidden: ids.length - issues.length };
}

/** What a nonconformity is filled in with from the conclusion, where its form has the field. */
const FILLED_IN = ['grade', 'origin', 'detected-on'] as const;

/** The person creates it in Jira: the app only says by which ids. */
function raisingView(projectId: string | null, { configuration }: Pick<Context, 'configuration'>): View['raising'] {
  const options: Record<string, Record<string, string[]>> = {};
  for (const field of FILLED_IN) {
    const byKey: Record<string, string[]> = {};
    for (const [id, key] of Object.entries(configuration.options[field] ?? {}))
      byKey[key] = [...(byKey[key] ?? []), id];
    options[field] = byKey;
  }
  return {
    typeId: configuration.issueTypes.nonconformity ?? null,
    projectId,
    fields: Object.fromEntries(
      FILLED_IN.flatMap((field) => {
        const id = configuration.fields[field];
        return id === undefined ? [] : [[field, id]];
      }),
    ),
    options,
  };
}
