import type { Context } from '../../context';
import type { Output } from '../../contract/procedures';
import { ORGANISATION } from '../../domain/coverage/cell';
import { type CoverageState, worstState } from '../../domain/coverage/state';
import { countStates, figureOfSystem } from '../../domain/coverage/tile';
import type { Settings } from '../../domain/decision/decision';
import { contributionRole, contributions, type ItemIndex, systemsOf } from '../../domain/item/contribution';
import type { ItemFact, ItemId, LinkRole } from '../../domain/item/item-fact';
import { issueIdsOf, itemIdOf } from '../../domain/item/item-id';
import { linkRolesOf, missingOf } from '../../domain/item/missing';
import { nextIssuesOf } from '../../domain/item/next-issue';
import { checklistOf } from '../../domain/nonconformity/checklist';
import { isDismissed, violationOf } from '../../domain/nonconformity/violation';
import type { OrganisationView } from '../../domain/reader';
import { IMPACT_ASSESSMENT, RISK_ASSESSMENT } from '../../domain/requirement/named';
import { acceptanceEnd } from '../../domain/risk/acceptance';
import { isAboveThreshold } from '../../domain/risk/risk';
import { AFFECTED, AFFECTED_FIELD } from '../../domain/vocabulary/ai-risk';
import { AI_ACT_CLASS_FIELD } from '../../domain/vocabulary/ai-system';
import { contradicting } from '../../domain/vocabulary/contradiction';
import { REQUIREMENTS_FIELD } from '../../domain/vocabulary/linked';
import { fieldOf } from '../../domain/vocabulary/vocabulary';
import { projectOfIssue } from '../../jira/edit-as-user';
import { hasAppPermission } from '../../jira/permission';
import { issuesAsViewer, VIEWED_ISSUES, type ViewedIssue } from '../../jira/viewed-issue';
import { type AroundItem, type ReachedCells, readAround, readStates } from '../../store/issue-context';
import { ratingView } from '../risks/rating';
import { unknownOf } from '../unknown';
import type { UseCase } from '../use-case';
import { type IssueView, issueView } from '../visible';

type View = Output<'issue.context'>;
type Visible = ReadonlyMap<string, ViewedIssue>;

/**
 * What an issue is to the AIMS: what it contributes, the states that it brings its requirements to, its links by role, and
 * what is missing before it can go on. Two statements and one call as the viewer.
 */
export const issueContext: UseCase<
  'issue.context',
  'catalogue' | 'requirements' | 'configuration' | 'zone' | 'today'
> = async ({ issueId }, context, { organisation: seen }) => {
  const around = await readAround(itemIdOf(issueId));
  const { own } = around;
  if (!own || own.lostOn !== null) return notRead(await projectOfIssue(issueId), around, context);
  const index = indexOf(own, around);
  const systems = own.kind === 'ai-system' ? [own.id] : systemsOf(own, index);
  const named = requirementsOf(own, index);
  const today = context.today();
  const isInCommon = (id: string) => (around.inCommon.get(id)?.until ?? '') >= today;
  const inCommon = systems.length === 0 ? named.filter(isInCommon) : [];
  const states = await readStates(
    [...new Set([ORGANISATION, ...systems])],
    own.kind === 'ai-system' ? perSystem(context) : named,
    { projectId: own.projectId, requirementIds: inCommon },
  );
  const linked = [...around.out, ...around.incoming].map(({ fact }) => fact.id);
  const ids = [...new Set(issueIdsOf([...systems, ...linked]))].slice(0, VIEWED_ISSUES);
  const visible = await issuesAsViewer(ids);
  const aboveThreshold = isAboveThreshold(own, context.configuration.settings);
  const ownStates = states.filter(({ scope }) => scope === own.id);
  const ownFigure =
    own.kind === 'ai-system'
      ? figureOfSystem(countStates(ownStates.map(({ state }) => state)), {
          unknown: (await unknownOf('scope', [own.id], context)).get(own.id),
          byTriage: ownStates.filter(({ byTriage }) => byTriage).length,
        })
      : null;
  const next = nextIssuesOf(own, {
    risks: around.risks,
    stateOf: (id) => states.find(({ scope, requirementId }) => scope === own.id && requirementId === id)?.state ?? null,
  });
  const missing = missingOf(own, {
    index,
    hasSystem: systems.length > 0 || named.every((id) => inCommon.includes(id) || !isPerSystem(id, context)),
    requirements: named.flatMap((id) => context.requirements.get(id) ?? []),
    settings: context.configuration.settings,
    today,
    agreed: around.agreed,
  });
  return {
    enrolled: true,
    updating: around.updating,
    kind: own.kind === 'page' ? 'work' : own.kind,
    contributes: contributionOf(own, named),
    requirements: named.map((id) =>
      requirementView(id, { own, systems, inCommon, states, seen, pastApp: around.pastApp }, context),
    ),
    systems: issuesView(own.kind === 'ai-system' ? [] : systems, visible),
    links: linksView(around, visible),
    figure: ownFigure,
    risk: riskView(own, aboveThreshold, context.configuration.settings),
    nonconformity: nonconformityView(own, index, around.agreed),
    mayAgree: missing.includes('dismissal-not-agreed') && (await hasAppPermission('audit-aims')),
    missing: [...missing.map((code) => ({ code, count: 1 })), ...systemGaps(ownFigure), ...contradictions(own)],
    next,
    creating: own.kind === 'ai-system' ? creating(context) : null,
    linkRoles: linkRolesOf(own.kind),
  };
};

/** Not read yet, or of a project that takes no part. */
function notRead(projectId: string, { updating }: AroundItem, { configuration }: Pick<Context, 'configuration'>): View {
  const enrolled = configuration.projects.includes(projectId);
  return {
    enrolled,
    updating: enrolled || updating,
    kind: 'work',
    contributes: 'nothing',
    requirements: [],
    systems: { issues: [], hidden: 0 },
    links: [],
    figure: null,
    risk: null,
    nonconformity: null,
    mayAgree: false,
    missing: [],
    next: [],
    creating: null,
    linkRoles: linkRolesOf('work'),
  };
}

const indexOf = (own: ItemFact, { out, incoming }: AroundItem): ItemIndex =>
  new Map([...incoming, ...out, { fact: own }].map(({ fact }) => [fact.id, fact]));

const perSystem = ({ catalogue }: Pick<Context, 'catalogue'>): string[] =>
  catalogue.requirements.filter(({ scopeLevel }) => scopeLevel === 'ai-system').map(({ id }) => id);

/** What it names itself, and what it takes over from what it treats or evidences. */
function requirementsOf(own: ItemFact, index: ItemIndex): string[] {
  return [...new Set([...own.requirements, ...contributions(own, index).map(({ requirementId }) => requirementId)])];
}

function contributionOf(own: ItemFact, named: readonly string[]): View['contributes'] {
  if (own.kind === 'ai-system') return 'carries';
  return named.length === 0 ? 'nothing' : (contributionRole(own) ?? 'nothing');
}

function requirementView(
  requirementId: string,
  issue: {
    own: ItemFact;
    systems: readonly ItemId[];
    inCommon: readonly string[];
    states: readonly ReachedCells[];
    seen: OrganisationView;
    pastApp: AroundItem['pastApp'];
  },
  context: Pick<Context, 'requirements' | 'zone'>,
): View['requirements'][number] {
  const requirement = context.requirements.get(requirementId);
  const foundAt = issue.pastApp.get(requirementId);
  const byProperty = issue.own.byProperty?.includes(requirementId) ?? false;
  const inCommon = issue.inCommon.includes(requirementId);
  const bySystem = isPerSystem(requirementId, context) && issue.systems.length > 0;
  const isHidden = !inCommon && !bySystem && issue.seen !== 'everything';
  const reached = issue.states.filter(
    ({ requirementId: id, scope }) =>
      !isHidden &&
      id === requirementId &&
      (inCommon ? scope === '' : scope !== '' && (scope === ORGANISATION) !== bySystem),
  );
  const untouched: CoverageState = requirement?.excludable ? 'undecided' : 'gap';
  return {
    requirementId,
    title: requirement?.title ?? '',
    own: issue.own.requirements.includes(requirementId),
    foundOn: foundAt === undefined || !byProperty ? null : context.zone.dayOf(foundAt),
    state: isHidden ? null : (worstState(reached.map(({ state }) => state)) ?? untouched),
    counts: countStates(reached.flatMap(({ state, count }) => new Array<CoverageState>(count).fill(state))),
    inCommon,
  };
}

const isPerSystem = (requirementId: string, { requirements }: Pick<Context, 'requirements'>): boolean =>
  requirements.get(requirementId)?.scopeLevel === 'ai-system';

function issuesView(ids: readonly ItemId[], visible: Visible): { issues: IssueView[]; hidden: number } {
  const issues = issueIdsOf(ids).flatMap((id) => {
    const issue = visible.get(id);
    return issue ? [issueView(id, issue)] : [];
  });
  return { issues, hidden: ids.length - issues.length };
}

const ROLES: readonly LinkRole[] = ['concerns', 'treats', 'corrects', 'evidences'];

function linksView({ out, incoming, incomingCounts }: AroundItem, visible: Visible): View['links'] {
  const groups = ROLES.flatMap((role): View['links'] => {
    const mine = out.filter((link) => link.role === role).map(({ fact }) => fact.id);
    const theirs = incoming.filter((link) => link.role === role).map(({ fact }) => fact.id);
    const listed = issuesView(theirs, visible);
    const all = Math.max(incomingCounts.get(role) ?? 0, theirs.length);
    return [
      { role, direction: 'out', ...issuesView(mine, visible) },
      { role, direction: 'in', issues: listed.issues, hidden: all - listed.issues.length },
    ];
  });
  return groups.filter(({ issues, hidden }) => issues.length + hidden > 0);
}

function riskView({ risk }: ItemFact, aboveThreshold: boolean, settings: Settings): View['risk'] {
  if (!risk) return null;
  const inherent = ratingView(risk.inherent, settings.criteria);
  const residual = ratingView(risk.residual, settings.criteria);
  const { accepted } = risk;
  return { inherent, residual, aboveThreshold, accepted, acceptanceExpires: acceptanceEnd(risk, settings) };
}

function nonconformityView(own: ItemFact, index: ItemIndex, agreed: AroundItem['agreed']): View['nonconformity'] {
  if (!own.nonconformity) return null;
  const { grade, stage, effectivenessDue } = own.nonconformity;
  const dismissed = isDismissed(own);
  const violates = violationOf(own, index, agreed) !== null;
  // 10.2 asks nothing of what is none.
  return { grade, stage, effectivenessDue, dismissed, violates, checklist: dismissed ? [] : checklistOf(own, index) };
}

function systemGaps(own: View['figure']): View['missing'] {
  const open = own === null ? 0 : own.applicable - own.implemented;
  return open > 0 ? [{ code: 'system-gaps', count: open }] : [];
}

/** Told, never refused: whoever screens may be in the middle of it. */
function contradictions({ system }: ItemFact): View['missing'] {
  const options = system ? contradicting(fieldOf(AI_ACT_CLASS_FIELD), system.aiActClass) : [];
  return options.length > 0 ? [{ code: 'class-contradiction', count: options.length, options }] : [];
}

/** The person creates it in Jira: the app only says by which ids. */
function creating({ configuration }: Pick<Context, 'configuration'>): View['creating'] {
  const idsBy = (field: string, keys: readonly string[]) => {
    const options = Object.entries(configuration.options[field] ?? {});
    const idsOf = (key: string) => options.flatMap(([id, known]) => (known === key ? [id] : []));
    return {
      fieldId: configuration.fields[field] ?? null,
      options: Object.fromEntries(keys.map((key) => [key, idsOf(key)])),
    };
  };
  return {
    ownTypes: configuration.issueTypes,
    requirements: idsBy(REQUIREMENTS_FIELD, [IMPACT_ASSESSMENT, RISK_ASSESSMENT]),
    affected: idsBy(AFFECTED_FIELD, AFFECTED),
  };
}
