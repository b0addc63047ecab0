import { catalogue, type Requirement } from '../../controls';
import { type Cell, ORGANISATION } from '../../src/domain/coverage/cell';
import { organisationCells } from '../../src/domain/coverage/organisation-cells';
import { systemCells } from '../../src/domain/coverage/system-cells';
import { countStates, type Tile, tile } from '../../src/domain/coverage/tile';
import {
  type Conclusion,
  DEFAULT_SETTINGS,
  type Decisions,
  type ImpactTriage,
  type MetInCommon,
  NO_DECISIONS,
} from '../../src/domain/decision/decision';
import type {
  AiRiskFact,
  AiSystemFact,
  ItemFact,
  LinkRole,
  NonconformityFact,
  PageFact,
} from '../../src/domain/item/item-fact';
import { furthestStage } from '../../src/domain/lifecycle/stage';
import type { ControlEffect } from '../../src/domain/statement/effect';

const TODAY = '2026-11-24';

const requirements = new Map(catalogue.requirements.map((requirement) => [requirement.id, requirement]));
const controls = catalogue.requirements.filter((requirement) => requirement.kind === 'control').map(({ id }) => id);

function item(id: string, more: Partial<ItemFact>): ItemFact {
  return {
    id,
    kind: 'work',
    projectId: '1',
    progress: 'to-do',
    cancelled: false,
    doneOn: null,
    effectiveOn: null,
    reviewDue: null,
    lostOn: null,
    requirements: [],
    links: [],
    declared: false,
    people: [],
    ...more,
  };
}

const links = (role: LinkRole, ...targets: string[]): Pick<ItemFact, 'links'> => ({
  links: targets.map((target) => ({ role, target })),
});
export const concerns = (...targets: string[]) => links('concerns', ...targets);
export const treats = (...targets: string[]) => links('treats', ...targets);

export function system(id: string, more: Partial<AiSystemFact> = {}, lost: Partial<ItemFact> = {}): ItemFact {
  const stage = more.stage ?? 'operation-and-monitoring';
  return item(id, {
    kind: 'ai-system',
    system: {
      stage,
      furthestStage: furthestStage([stage]),
      inScope: 'unknown',
      scopeReasonGiven: false,
      ourPart: [],
      thirdPartiesInvolved: 'unknown',
      controlsInputData: 'unknown',
      controlsLogs: 'unknown',
      lastSignificantChange: null,
      aiActClass: [],
      aiActRoles: [],
      nextReview: null,
      ...more,
    },
    ...lost,
  });
}

export const work = (
  id: string,
  progress: ItemFact['progress'],
  requirementIds: string[],
  more: Partial<ItemFact> = {},
): ItemFact =>
  item(id, { progress, requirements: requirementIds, doneOn: progress === 'done' ? '2026-11-01' : null, ...more });

/** A done issue with an effective date. */
export const record = (id: string, requirementIds: string[], more: Partial<ItemFact> = {}): ItemFact =>
  item(id, {
    progress: 'done',
    doneOn: '2026-10-01',
    effectiveOn: '2026-10-01',
    requirements: requirementIds,
    ...more,
  });

export const page = (
  id: string,
  requirementIds: string[],
  facts: Partial<PageFact> = {},
  more: Partial<ItemFact> = {},
): ItemFact =>
  item(id, {
    kind: 'page',
    effectiveOn: '2026-10-01',
    requirements: requirementIds,
    page: { approved: true, record: false, template: false, ...facts },
    ...more,
  });

export const risk = (id: string, facts: Partial<AiRiskFact> = {}, more: Partial<ItemFact> = {}): ItemFact =>
  item(id, {
    kind: 'ai-risk',
    progress: facts.accepted ? 'done' : 'in-progress',
    risk: {
      level: 20,
      residualLevel: null,
      inherent: null,
      // What is accepted was rated again first.
      residual: facts.accepted ? { likelihood: 1, consequence: 1 } : null,
      accepted: false,
      acceptanceExpires: null,
      treatmentOption: 'modify',
      ...facts,
    },
    ...more,
  });

export const nonconformity = (
  id: string,
  requirementIds: string[],
  facts: Partial<NonconformityFact> = {},
  more: Partial<ItemFact> = {},
): ItemFact =>
  item(id, {
    kind: 'nonconformity',
    progress: facts.closedOn ? 'done' : 'in-progress',
    requirements: requirementIds,
    nonconformity: {
      grade: 'minor',
      stage: 'reported',
      detectedOn: null,
      steps: { correction: true, cause: true, effectiveness: true, aimsChanges: true },
      closedOn: null,
      effectivenessDue: null,
      ...facts,
    },
    ...more,
  });

/** An approved triage "none needed" of a system of which nothing is known. */
export const noneNeeded = (systemId: string, more: Partial<ImpactTriage> = {}): ImpactTriage => ({
  systemId,
  approvedOn: '2026-10-01',
  validUntil: '2027-10-01',
  decidedFor: { ourPart: [], aiActClass: [] },
  ...more,
});

/** What a second person approved to be met in common, for every AI system unless said otherwise. */
export const inCommon = (requirementId: string, item: string, more: Partial<MetInCommon> = {}): MetInCommon => ({
  requirementId,
  item,
  systems: { which: 'every', reason: 'One platform for all.' },
  validUntil: '2027-10-01',
  byOnePerson: false,
  ...more,
});

export const conclusion = (scope: string, requirementId: string, more: Partial<Conclusion> = {}): Conclusion => ({
  requirementId,
  scope,
  result: 'conforms',
  concludedOn: '2026-11-10',
  validUntil: '2027-11-10',
  recordedAt: 1,
  kind: 'internal-audit',
  raised: [],
  ...more,
});

/** Every control decided as applicable and approved, unless said otherwise. */
export function decided(
  exceptions: Record<string, Partial<ControlEffect>> = {},
  more: Partial<Decisions> = {},
): Decisions {
  const conditions = new Map(catalogue.requirements.map(({ id, condition }) => [id, condition ?? null]));
  const effects = new Map(
    controls.map((id) => [
      id,
      { applicable: true, appliesWhen: conditions.get(id) ?? null, hasReason: true, ...exceptions[id] },
    ]),
  );
  return {
    ...NO_DECISIONS,
    applicability: {
      controls: effects,
      deviations: new Map(),
      approved: { on: '2026-10-01', validUntil: '2027-10-01' },
      isBegun: true,
    },
    ...more,
  };
}

/** What the app would show of these items: every cell, and tiles for the organisation. */
export function count(items: readonly ItemFact[], decisions: Decisions = decided(), today = TODAY) {
  const index = new Map(items.map((entry) => [entry.id, entry]));
  const inputs = { index, decisions, settings: DEFAULT_SETTINGS, today };
  const ofSystems = items
    .filter((entry) => entry.kind === 'ai-system')
    .flatMap((entry) =>
      systemCells({
        ...inputs,
        system: entry,
        requirements: catalogue.requirements.filter(({ scopeLevel }) => scopeLevel === 'ai-system'),
      }),
    );
  const controlsNamedByRisks = items.filter((entry) => entry.kind === 'ai-risk').flatMap((entry) => entry.requirements);
  const own = organisationCells({ ...inputs, requirements: catalogue.requirements, controls, controlsNamedByRisks });
  const cell = (scope: string, requirementId: string): Cell => {
    const found = [...ofSystems, ...own].find(
      (candidate) => candidate.scope === scope && candidate.requirementId === requirementId,
    );
    if (!found) throw new Error(`There is no cell of ${scope} and ${requirementId}.`);
    return found;
  };
  return {
    cells: [...ofSystems, ...own],
    cell,
    state: (requirementId: string, scope: string = ORGANISATION) => cell(scope, requirementId).state,
    codes: (requirementId: string, scope: string = ORGANISATION) =>
      cell(scope, requirementId).reasons.map(({ code }) => code),
    tile: (requirementId: string): Tile => {
      const requirement = requirements.get(requirementId) as Requirement;
      return tile(
        requirement,
        cell(ORGANISATION, requirementId).state,
        countStates(ofSystems.filter((entry) => entry.requirementId === requirementId).map(({ state }) => state)),
      );
    },
  };
}
