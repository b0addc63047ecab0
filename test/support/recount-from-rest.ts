import { catalogue, type Requirement } from '../../controls';
import { inCommonSeen, triageSeen } from './seen-approved';
import { isVerified, isViolated } from './seen-conclusions';
import { hasCome, holds } from './seen-conditions';
import { correctionVerdict } from './seen-correction';
import {
  type Item,
  isCancelled,
  isLivingRiskOf,
  itemOf,
  newest,
  plusDays,
  plusMonths,
  type Seen,
  supports,
  text,
  type Verdict,
  verdictOf,
} from './seen-items';
import { hasText, isLivingRisk, statedOf } from './seen-statement';

/**
 * Every state of the organisation and of each AI system, counted from what Jira answers, by the coverage rules (version 1) and
 * nothing else: no file of the app but the catalogue. Slow and plain on purpose, to be compared with what the app stores.
 * @returns `organisation 4.1` or `<issue id> A.6.2.4` -> state
 */
export function recountFromRest(seen: Seen): Map<string, string> {
  const items = seen.issues.map((issue) => itemOf(issue, seen.issues));
  const states = new Map<string, string>();
  const requirements = catalogue.requirements.map((requirement) => ({
    ...requirement,
    validForMonths: seen.settings.intervals.get(requirement.id) ?? requirement.validForMonths,
  }));
  for (const requirement of requirements)
    if (requirement.scopeLevel === 'organisation')
      states.set(`organisation ${requirement.id}`, organisationState(requirement, items, seen));
  for (const system of items.filter((item) => item.type === 'AI system' && isInScope(item)))
    for (const requirement of requirements)
      if (requirement.scopeLevel === 'ai-system')
        states.set(`${system.id} ${requirement.id}`, systemState(requirement, system, items, seen));
  return states;
}

/** AI systems for which 8.4 is implemented without an assessment: by a triage that counts. */
export function triagedFromRest(seen: Seen): number {
  const items = seen.issues.map((issue) => itemOf(issue, seen.issues));
  const asked = catalogue.requirements.find(({ id }) => id === 'iso42001/8.4');
  if (!asked) throw new Error('The catalogue has no 8.4.');
  const assessment = { ...asked, validForMonths: seen.settings.intervals.get(asked.id) ?? asked.validForMonths };
  return items.filter(
    (item) =>
      item.type === 'AI system' &&
      isInScope(item) &&
      ['implemented', 'verified'].includes(systemState(assessment, item, items, seen)) &&
      linkedVerdict(assessment, item, items, seen) !== 'suffices',
  ).length;
}

export const isInScope = (system: Item): boolean =>
  system.lostOn === null &&
  system.status !== 'Retired' &&
  system.status !== 'Rejected' &&
  !(text(system, 'In AIMS scope') === 'No' && text(system, 'Scope reason') !== null);

/** The table of the ten states, first match. */
function stateBy(facts: {
  violated: boolean;
  excluded: boolean;
  verdict: Verdict;
  verified: boolean;
  due: boolean;
  decided: boolean;
}): string {
  if (facts.violated) return 'nonconforming';
  if (facts.excluded) return 'excluded';
  if (facts.verdict === 'suffices') return facts.verified ? 'verified' : 'implemented';
  if (!facts.due) return 'not-due';
  if (facts.verdict !== 'none') return facts.verdict;
  return facts.decided ? 'gap' : 'undecided';
}

function organisationState(requirement: Requirement, items: readonly Item[], seen: Seen): string {
  const mine = items.filter(({ names }) => names.includes(requirement.id));
  let verdict = verdictOf(requirement, mine.filter(supports), null, seen.today);
  if (['iso42001/6.1.1', 'iso42001/6.1.2'].includes(requirement.id)) verdict = criteriaVerdict(verdict, seen);
  if (requirement.id === 'iso42001/6.1.3') verdict = statementVerdict(verdict, items, seen);
  if (requirement.id === 'iso42001/7.3') verdict = awarenessVerdict(verdict, seen);
  if (requirement.id === 'iso42001/10.2') verdict = correctionVerdict(verdict, items, seen.today);
  return stateBy({
    violated: isViolated('organisation', requirement.id, mine, items, seen),
    ...statedFor(
      requirement,
      null,
      mine.filter(({ systems }) => requirement.scopeLevel === 'organisation' || systems.length === 0),
      () => true,
      seen,
    ),
    verdict,
    verified: isVerified('organisation', requirement.id, mine, null, seen),
    due: true,
  });
}

/** Clauses are not decided on. */
const statedFor = (
  requirement: Requirement,
  system: string | null,
  mine: readonly Item[],
  isTrue: (condition: string) => boolean,
  seen: Seen,
) =>
  requirement.kind === 'control'
    ? statedOf(requirement.id, system, mine, isTrue, seen)
    : { decided: true, excluded: false };

/** 6.1.3: the Statement is approved and not past its end, all 38 controls have a reason, none that a living risk names is excluded. */
function statementVerdict(linked: Verdict, items: readonly Item[], seen: Seen): Verdict {
  const { rows, approvedAt, validUntil, isBegun } = seen.statement;
  const controls = catalogue.requirements.filter(({ kind }) => kind === 'control');
  if (approvedAt !== null && validUntil !== null && validUntil < seen.today) return 'stale';
  const named = items.filter(isLivingRisk).flatMap(({ names }) => names);
  const isSettled = controls.every(({ id }) => {
    const row = rows.get(id);
    return row !== undefined && hasText(row) && (row.applicable || !named.includes(id));
  });
  if (approvedAt !== null && isSettled) return 'suffices';
  return isBegun || linked === 'suffices' ? 'in-progress' : linked;
}

/** 6.1.1 and 6.1.2: what is linked, and approved criteria that have not ended. */
function criteriaVerdict(linked: Verdict, { criteria, today }: Seen): Verdict {
  if (!criteria.isApproved) return linked === 'suffices' ? 'in-progress' : linked;
  if (criteria.validUntil !== null && criteria.validUntil < today) return 'stale';
  return linked === 'none' || linked === 'planned' ? 'in-progress' : linked;
}

/** 7.3: the current policy version is acknowledged by the threshold of its audience: today's members of groups, or a number of people. */
function awarenessVerdict(linked: Verdict, { said, settings, audience, today }: Seen): Verdict {
  const policy = newest(said.filter(({ kind }) => kind === 'policy-approval'))?.body;
  if (policy === undefined || policy.audience === 0) return linked === 'suffices' ? 'in-progress' : linked;
  const version = `${policy.pageId}:${policy.pageVersion}`;
  const people = new Set(
    said.filter(({ kind, subject }) => kind === 'acknowledgement' && subject === version).map(({ person }) => person),
  );
  if (typeof policy.audience !== 'number') {
    if (audience.groups.some(({ unreadOn }) => unreadOn !== null && plusDays(unreadOn, 7) <= today))
      return 'in-progress';
    const members = audience.members.filter(({ countsFrom }) => countsFrom <= today);
    const confirmed = members.filter(({ person }) => people.has(person)).length;
    const isKnown = members.length > 0 && confirmed / members.length >= settings.awarenessThreshold;
    return isKnown ? 'suffices' : 'in-progress';
  }
  const addressed = policy.audience;
  return people.size <= addressed && people.size / addressed >= settings.awarenessThreshold
    ? 'suffices'
    : 'in-progress';
}

function systemState(requirement: Requirement, system: Item, items: readonly Item[], seen: Seen): string {
  const changed = text(system, 'Last significant change');
  const { mine } = mineOf(requirement, system, items, seen);
  const triage = triageSeen(system, items, seen);
  const waived = triage === 'counts';
  let verdict = linkedVerdict(requirement, system, items, seen);
  if (requirement.id === 'iso42001/8.2') verdict = assessmentVerdict(verdict, system, items);
  if (requirement.id === 'iso42001/8.3') verdict = treatmentVerdict(verdict, system, items, seen);
  if (requirement.id === 'iso42001/8.4' && verdict !== 'suffices' && triage !== null)
    verdict = waived ? 'suffices' : 'stale';
  return stateBy({
    violated: isViolated(`jira:${system.id}`, requirement.id, mine, items, seen),
    ...statedFor(requirement, `jira:${system.id}`, mine, (condition) => holds(condition, system, waived), seen),
    verdict,
    verified: isVerified(`jira:${system.id}`, requirement.id, mine, changed, seen),
    due: hasCome(requirement.dueFrom ?? 'inception', system),
  });
}

/** The item's own systems count; one without any counts where it is met in common, and once did where that has ended. */
function mineOf(requirement: Requirement, system: Item, items: readonly Item[], seen: Seen) {
  const named = items.filter(({ names }) => names.includes(requirement.id));
  const isTrue = (condition: string) => holds(condition, system, triageSeen(system, items, seen) === 'counts');
  const common = (wanted: string) =>
    named.filter((item) => inCommonSeen(item, requirement.id, system, isTrue, seen) === wanted);
  return {
    mine: [...named.filter(({ systems }) => systems.includes(system.id)), ...common('counts')],
    ended: common('ended'),
  };
}

/** What would suffice had its approval as met in common not ended is stale. */
function linkedVerdict(requirement: Requirement, system: Item, items: readonly Item[], seen: Seen): Verdict {
  const { mine, ended } = mineOf(requirement, system, items, seen);
  const changed = text(system, 'Last significant change');
  const verdict = (of: readonly Item[]) => verdictOf(requirement, of.filter(supports), changed, seen.today);
  return verdict(mine) !== 'suffices' && ended.length > 0 && verdict([...mine, ...ended]) === 'suffices'
    ? 'stale'
    : verdict(mine);
}

const risksOf = (system: Item, items: readonly Item[]) => items.filter((item) => isLivingRiskOf(system, item));
const digit = (item: Item, field: string) => Number(text(item, field)?.charAt(0) ?? Number.NaN);
const levelOf = (risk: Item) => digit(risk, 'Likelihood') * digit(risk, 'Consequence');

/** 8.2: the record, and every risk is rated. Rated risks are work that has started, where there is no record yet. */
function assessmentVerdict(linked: Verdict, system: Item, items: readonly Item[]): Verdict {
  const risks = risksOf(system, items);
  if (linked === 'stale') return 'stale';
  if (risks.some((risk) => Number.isNaN(levelOf(risk)))) return 'in-progress';
  return risks.length > 0 && (linked === 'none' || linked === 'planned') ? 'in-progress' : linked;
}

/** 8.3: with 8.2, each risk above the threshold is treated, what remains is accepted, and the acceptance has not expired. */
function treatmentVerdict(linked: Verdict, system: Item, items: readonly Item[], seen: Seen): Verdict {
  const assessment = catalogue.requirements.find(({ id }) => id === 'iso42001/8.2');
  if (!assessment) throw new Error('The catalogue has no 8.2.');
  const assessed = assessmentVerdict(linkedVerdict(assessment, system, items, seen), system, items) === 'suffices';
  const above = risksOf(system, items).filter((risk) => levelOf(risk) > seen.criteria.threshold);
  const treatments = (risk: Item) =>
    items.filter(
      (item) =>
        item.lostOn === null &&
        !isCancelled(item) &&
        item.links.some(({ type, to }) => type === 'AIMS treatment' && to === risk.id),
    );
  const isTreated = (risk: Item) =>
    text(risk, 'Treatment option') === 'Retain' ||
    (treatments(risk).length > 0 && treatments(risk).every(({ category }) => category === 'done'));
  const isExpired = (risk: Item) => acceptanceEnds(risk, seen) < seen.today;
  const isAccepted = (risk: Item) => risk.status === 'Accepted' && remainsBearable(risk, seen);
  const hasKnownEnd = (risk: Item) => !risk.unknownDays.includes('Acceptance expires');
  const isSettled = (risk: Item) => isTreated(risk) && isAccepted(risk) && hasKnownEnd(risk) && !isExpired(risk);
  const unsettled = above.filter((risk) => !isSettled(risk));
  if (assessed && unsettled.length === 0) return 'suffices';
  if (assessed && unsettled.every((risk) => isTreated(risk) && isAccepted(risk) && hasKnownEnd(risk))) return 'stale';
  const work = above.flatMap(treatments);
  const hasBegun =
    work.some(({ category }) => category !== 'to do') || above.some(({ status }) => status === 'Accepted');
  if (hasBegun || linked === 'suffices' || linked === 'in-progress') return 'in-progress';
  if (linked === 'stale') return 'stale';
  return work.length > 0 || linked === 'planned' ? 'planned' : 'none';
}

/** As its field says, and at the latest after the months that the approved criteria give its band, or 12. */
function acceptanceEnds(risk: Item, { criteria }: Seen): string {
  const level = digit(risk, 'Residual likelihood') * digit(risk, 'Residual consequence');
  const months = criteria.bands.find(({ to }) => level <= to)?.months ?? 12;
  const latest = risk.settled?.on ? plusMonths(risk.settled.on, months) : '9999';
  return [text(risk, 'Acceptance expires') ?? '9999', latest].sort()[0] ?? '';
}

/** What remains is rated, in neither dimension above what was found, and at a level that somebody may accept. */
function remainsBearable(risk: Item, { criteria }: Seen): boolean {
  const [likelihood, consequence] = [digit(risk, 'Residual likelihood'), digit(risk, 'Residual consequence')];
  return (
    likelihood <= digit(risk, 'Likelihood') &&
    consequence <= digit(risk, 'Consequence') &&
    likelihood * consequence <= criteria.acceptable &&
    mightAccept(risk, likelihood * consequence, criteria)
  );
}

/** Neither its assignee nor the owner of its AI system, an approver, and top management where the band asks for it; unchanged since. */
function mightAccept({ settled }: Item, level: number, criteria: Seen['criteria']): boolean {
  if (settled === null || settled.own || settled.right === 'none' || settled.changed) return false;
  const who = criteria.bands.find(({ to }) => level <= to)?.who ?? 'aims-approvers';
  return who !== 'top-management' || settled.right === 'top';
}
