import { type CoverageState, countsAsImplemented } from '../coverage/state';
import type { ItemId } from '../item/item-fact';
import type { ReasonKind } from './row';

/** Why a control could be taken as applicable; it decides nothing until somebody takes it. Exclusion is never suggested. */
export interface Suggestion {
  kind: ReasonKind & ('risk' | 'own-choice');
  links: readonly ItemId[];
}

/** Links that a suggested reason carries. */
const LINKS = 10;

/**
 * By risk, where a living AI risk names the control; else by own choice, where current evidence of it is linked. Pure.
 * @param needing living risks that name it
 * @param state as it is calculated; null where it is not
 */
export function suggestionFor(needing: readonly ItemId[], state: CoverageState | null): Suggestion[] {
  if (needing.length > 0) return [{ kind: 'risk', links: needing.slice(0, LINKS) }];
  return state !== null && countsAsImplemented(state) ? [{ kind: 'own-choice', links: [] }] : [];
}
