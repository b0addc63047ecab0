import type { Calendar, Day } from '../day';
import type { Decisions, ImpactTriage, Settings } from '../decision/decision';
import type { ItemIndex } from '../item/contribution';
import { concernedSystems, type ItemFact } from '../item/item-fact';
import { isAboveThreshold, isLiving } from '../risk/risk';
import { closedFor } from './closed';
import { classesOf, type SystemThen, thenOf } from './row';

/** What ended a triage before anybody renewed it. */
export type TriageEnd = 'significant-change' | 'class-closed' | 'new-class' | 'new-part' | 'risk-to-people' | 'lapsed';

/** How the triage of an AI system stands today. */
export type TriageStanding =
  | { counts: true; on: Day; until: Day; byOnePerson: boolean }
  /** `day`: its last day where it lapsed, that of the change where one ended it, else that of its approval. */
  | { counts: false; why: TriageEnd; day: Day };

/**
 * The triage of an AI system, or null where none was approved. What one person decided counts until its day and is as if not
 * given after it; nothing else ends it. Pure.
 * @param index the risks of the system, and whatever else
 */
export function triageStanding(
  system: ItemFact,
  index: ItemIndex,
  { triages }: Pick<Decisions, 'triages'>,
  settings: Settings,
  calendar: Calendar,
): TriageStanding | null {
  const triage = triages.find(({ systemId }) => systemId === system.id);
  if (triage === undefined || !system.system) return null;
  const { approvedOn: on, validUntil: until, decidedFor } = triage;
  const byOnePerson = decidedFor === null;
  const why =
    decidedFor === null
      ? null
      : endedBy(system.system, { triage, before: decidedFor }, settings, () => risksOf(system, index));
  if (why === null && calendar.isOpenUntil(until)) return { counts: true, on, until, byOnePerson };
  if (byOnePerson) return null;
  if (why === null) return { counts: false, why: 'lapsed', day: until };
  const changedOn = why === 'significant-change' ? system.system.lastSignificantChange : null;
  return { counts: false, why, day: changedOn ?? on };
}

function endedBy(
  facts: NonNullable<ItemFact['system']>,
  { triage, before }: { triage: ImpactTriage; before: SystemThen },
  settings: Settings,
  risks: () => ItemFact[],
): TriageEnd | null {
  const now = thenOf(facts);
  if (closedFor(now) !== null) return 'class-closed';
  if (facts.lastSignificantChange !== null && facts.lastSignificantChange > triage.approvedOn)
    return 'significant-change';
  if (classesOf(now).some((one) => !classesOf(before).includes(one))) return 'new-class';
  if (now.ourPart.some((one) => !before.ourPart.includes(one))) return 'new-part';
  return risks().some((risk) => isLiving(risk) && touchesPeople(risk) && isAboveThreshold(risk, settings))
    ? 'risk-to-people'
    : null;
}

const risksOf = (system: ItemFact, index: ItemIndex): ItemFact[] =>
  [...index.values()].filter((item) => item.kind === 'ai-risk' && concernedSystems(item).includes(system.id));

const PEOPLE: readonly string[] = ['individuals', 'groups', 'society'];
const touchesPeople = ({ risk }: ItemFact): boolean => (risk?.affected ?? []).some((one) => PEOPLE.includes(one));
