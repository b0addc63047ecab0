import type { ConditionKey } from '../../../controls';
import type { Day } from '../day';
import { Calendar } from '../day';
import type { ImpactTriage, Settings } from '../decision/decision';
import type { ItemFact, ItemId } from '../item/item-fact';
import { triageStanding } from '../triage/standing';
import { conditionHolds } from './condition';

/** What is known of all AI systems at once. */
export interface AllSystems {
  systems: readonly ItemFact[];
  triages: readonly ImpactTriage[];
  settings: Settings;
  today: Day;
}

/**
 * By condition, the AI systems of which it is true; a condition that is true of none is absent. A triage that a risk alone has ended
 * counts here: looking for that would take every risk of every system. Pure.
 */
export function systemsMeeting(
  conditions: readonly ConditionKey[],
  { systems, triages, settings, today }: AllSystems,
): Map<ConditionKey, ItemId[]> {
  const bySystem = new Map(triages.map((triage) => [triage.systemId, triage]));
  const found = new Map<ConditionKey, ItemId[]>();
  for (const fact of systems) {
    const { system, id } = fact;
    if (system === undefined) continue;
    const own = bySystem.get(id);
    const isWaived = () =>
      own !== undefined &&
      triageStanding(fact, new Map(), { triages: [own] }, settings, new Calendar(today))?.counts === true;
    for (const condition of conditions)
      if (conditionHolds(condition, system, isWaived)) {
        const ids = found.get(condition);
        if (ids) ids.push(id);
        else found.set(condition, [id]);
      }
  }
  return found;
}
