import { type CriteriaInForce, PROPOSED_CRITERIA } from '../criteria/in-force';
import type { Day } from '../day';
import type { WhichSystems } from '../in-common/row';
import type { ItemId } from '../item/item-fact';
import type { Awareness } from '../policy/awareness';
import { type FigureSettings, PROPOSED_SETTINGS } from '../settings/figure-settings';
import { type Applicability, NO_STATEMENT } from '../statement/effect';
import type { SystemThen } from '../triage/row';

/** What only people can say, and only the app holds. Each is append-only; the newest of its kind counts. */

/** "Met in common": an item without an AI system of its own counts for the AI systems that match. */
export interface MetInCommon {
  requirementId: string;
  item: ItemId;
  systems: WhichSystems;
  /** The last day on which it counts. */
  validUntil: Day;
  /** Decided in version 0.1.0, which asked for no second person. */
  byOnePerson: boolean;
}

/** A dated judgement by somebody independent (9.2). */
export interface Conclusion {
  requirementId: string;
  /** `organisation`, or the item id of an AI system. */
  scope: string;
  result: 'conforms' | 'nonconforming' | 'not-sampled';
  concludedOn: Day;
  validUntil: Day;
  /** Epoch milliseconds. */
  recordedAt: number;
  kind: 'internal-audit' | 'external-audit' | 'independent-check';
  /** Nonconformities that were raised from it. */
  raised: readonly ItemId[];
}

/** The triage of 6.1.4: no impact assessment needed, by stated criteria, approved. */
export interface ImpactTriage {
  systemId: ItemId;
  approvedOn: Day;
  /** The last day on which it counts. */
  validUntil: Day;
  /** What the AI system was when it was decided on; null where one person alone decided, in version 0.1.0. */
  decidedFor: SystemThen | null;
}

export interface Decisions {
  applicability: Applicability;
  metInCommon: readonly MetInCommon[];
  conclusions: readonly Conclusion[];
  triages: readonly ImpactTriage[];
  /** Nonconformities of audits of which somebody who audits agreed that they are none, or observations: as dismissed on which day. */
  agreedDismissals: ReadonlyMap<ItemId, Day>;
  /** How far the current AI policy is known (7.3); null while none is approved. */
  awareness: Awareness | null;
}

/** What the organisation's approved criteria and its settings say, as far as rules read it. */
export interface Settings extends FigureSettings {
  criteria: CriteriaInForce;
}

export const DEFAULT_SETTINGS: Settings = { criteria: PROPOSED_CRITERIA, ...PROPOSED_SETTINGS };

export const NO_DECISIONS: Decisions = {
  applicability: NO_STATEMENT,
  metInCommon: [],
  conclusions: [],
  triages: [],
  agreedDismissals: new Map(),
  awareness: null,
};
