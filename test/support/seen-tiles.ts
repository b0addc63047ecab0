import { catalogue } from '../../controls';
import { isInScope, recountFromRest, triagedFromRest } from './recount-from-rest';
import { isViolated } from './seen-conclusions';
import { itemOf, type Seen } from './seen-items';
import { statedOf } from './seen-statement';

const WORST_FIRST = [
  ...['nonconforming', 'gap', 'undecided', 'stale', 'planned', 'in-progress', 'implemented', 'verified'],
  ...['not-due', 'excluded'],
];
const LEAVES = ['not-due', 'excluded'];
const MET = ['implemented', 'verified'];

/** What the overview of the organisation shows, by requirement and for each of the two populations. */
export interface Shown {
  /** State; for what is asked of every AI system, also of how many for which it is due it is met. */
  tiles: Record<string, string>;
  organisation: Counted;
  systemCells: Counted;
}
interface Counted {
  implemented: number;
  applicable: number;
  verified: number;
  /** Absent where none is. */
  byTriage?: number;
}

const counted = (states: readonly string[]): Counted => ({
  implemented: states.filter((state) => MET.includes(state)).length,
  applicable: states.filter((state) => !LEAVES.includes(state)).length,
  verified: states.filter((state) => state === 'verified').length,
});

/** Tiles and figures of the organisation, by the coverage rules ("Two populations, never added") from what Jira answers. */
export function shownFromRest(seen: Seen): Shown {
  const cells = [...recountFromRest(seen)].map(([key, state]) => {
    const [scope = '', requirement = ''] = key.split(' ');
    return { scope, requirement, state };
  });
  const items = seen.issues.map((issue) => itemOf(issue, seen.issues));
  const hasSystems = items.some((item) => item.type === 'AI system' && isInScope(item));
  const tiles = catalogue.requirements.map((requirement): [string, string] => {
    const states = cells.filter((cell) => cell.requirement === requirement.id).map(({ state }) => state);
    if (requirement.scopeLevel === 'organisation') return [requirement.id, states[0] ?? ''];
    const left = (id: string) => !items.some((item) => item.id === id && isInScope(item));
    const ofNoSystem = items.filter(
      ({ names, systems, role }) =>
        names.includes(requirement.id) && (systems.length === 0 || (role === 'violates' && systems.every(left))),
    );
    const { implemented, applicable } = counted(states);
    const { excluded, decided } =
      requirement.kind === 'control'
        ? statedOf(requirement.id, null, ofNoSystem, () => true, seen)
        : { excluded: false, decided: true };
    const byDecision = excluded ? 'excluded' : decided ? 'gap' : 'undecided';
    const worst = WORST_FIRST.find((state) => states.includes(state)) ?? '';
    const violated = isViolated('organisation', requirement.id, ofNoSystem, items, seen);
    return [
      requirement.id,
      `${violated ? 'nonconforming' : hasSystems ? worst : byDecision} ${implemented}/${applicable}`,
    ];
  });
  const states = (wanted: (scope: string) => boolean) =>
    cells.filter(({ scope }) => wanted(scope)).map(({ state }) => state);
  const byTriage = triagedFromRest(seen);
  return {
    tiles: Object.fromEntries(tiles),
    organisation: counted(states((scope) => scope === 'organisation')),
    systemCells: {
      ...counted(states((scope) => scope !== 'organisation')),
      ...(byTriage > 0 ? { byTriage } : {}),
    },
  };
}
