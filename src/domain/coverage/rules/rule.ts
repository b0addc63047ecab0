import type { Calendar } from '../../day';
import type { Decisions, Settings } from '../../decision/decision';
import type { ItemIndex } from '../../item/contribution';
import type { ItemFact, ItemId } from '../../item/item-fact';
import type { TriageStanding } from '../../triage/standing';
import type { Judged } from '../evidence';

/** What a recount reads for a rule, besides what names or concerns its requirement: `store/context.ts` has the SQL of each. */
export type Need = 'nonconformities' | 'acknowledgements' | 'audience' | 'controls-named-by-risks';

/** What an organisation's cell is judged by, besides its evidence. */
export interface OrganisationSituation {
  index: ItemIndex;
  decisions: Decisions;
  settings: Settings;
  /** What may be excluded in the requirement's framework: the Statement of Applicability decides on each. */
  controls: readonly string[];
  /** Those of them that a living risk names. */
  controlsNamedByRisks: readonly string[];
  calendar: Calendar;
}

/** A requirement that is met once and whose state is derived: nobody links by hand what is known. */
export interface OrganisationRule {
  requirement: string;
  needs: readonly Need[];
  /** Whether the item bears on the state without naming the requirement. */
  touchedBy(item: ItemFact): boolean;
  /** Items that it judges though they need not name the requirement. */
  judged?(index: ItemIndex): readonly ItemFact[];
  judge(evidence: Judged, situation: OrganisationSituation): Judged;
}

/** What an AI system's cell is judged by, besides its evidence. */
export interface SystemSituation {
  system: ItemId;
  /** Risks that concern the system, living or not. */
  risks: readonly ItemFact[];
  index: ItemIndex;
  /** How its triage stands; null where none was approved. */
  triage(): TriageStanding | null;
  settings: Settings;
  calendar: Calendar;
  /** How the requirement that the rule rests on was judged. */
  rested: Judged | undefined;
}

/** As `OrganisationRule`, of a requirement that every AI system meets. All cells of a system are counted together. */
export interface SystemRule {
  requirement: string;
  /** It is judged after that one, and changes by itself no later than that one does. */
  restsOn?: string;
  /** AI systems whose cells the item bears on without concerning them. */
  touches?(item: ItemFact, index: ItemIndex): readonly ItemId[];
  /** It judges every risk that concerns the system, whatever that names. */
  judgesRisks?: true;
  judge(evidence: Judged, situation: SystemSituation): Judged;
}
