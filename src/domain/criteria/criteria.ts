import { type Content, isSame } from '../approval/entry';
import type { Day } from '../day';

/**
 * Risk criteria (6.1.1, 6.1.2): what likelihood and consequence from 1 to 5 mean, which levels are bearable, and who may accept
 * them. A level is likelihood times consequence; that is not for choosing, so that a level means the same at every day.
 */

/** Bands of levels, lowest first; the last ends at the highest level. */
export const BANDS = ['low', 'moderate', 'high', 'very-high'] as const;
export type Band = (typeof BANDS)[number];

/** Who may accept what remains of a risk in a band. */
export const ACCEPTORS = ['aims-approvers', 'top-management', 'nobody'] as const;
export type Acceptor = (typeof ACCEPTORS)[number];

const STEPS = [1, 2, 3, 4, 5] as const;
export const HIGHEST_LEVEL = 25;
/** No acceptance counts for longer (6.1.3; our model). */
export const MOST_MONTHS = 12;

export interface BandRule {
  band: Band;
  /** The highest level that is in it. */
  to: number;
  who: Acceptor;
  /** For how many months what remains may be accepted in it. */
  months: number;
}

/** The scale by which risks are rated, in words for 1 to 5, and its bands. */
export interface RiskScale {
  likelihood: readonly string[];
  consequence: readonly string[];
  bands: readonly BandRule[];
}

/** What rules and screens read of criteria. */
export interface Criteria {
  scale: RiskScale;
  /** Levels above it need a treatment and an acceptance of what remains. */
  threshold: number;
  /** For how many months an assessment counts (8.2). */
  assessedFor: number;
}

/** The rows of criteria, as `controls/decisions/criteria.json` names them; each is there. */
const likelihoodKey = (value: number): string => `likelihood/${value}`;
const consequenceKey = (value: number): string => `consequence/${value}`;
const bandKey = (band: Band): string => `band/${band}`;

/** Criteria from their rows, which were checked when they were written. */
export function criteriaFrom(rows: Content): Criteria {
  const word = (key: string) => String(rows.get(key)?.word ?? '');
  return {
    scale: {
      likelihood: STEPS.map((value) => word(likelihoodKey(value))),
      consequence: STEPS.map((value) => word(consequenceKey(value))),
      bands: BANDS.map((band) => {
        const { to, who, months } = (rows.get(bandKey(band)) ?? {}) as Partial<BandRule>;
        return { band, to: to ?? HIGHEST_LEVEL, who: who ?? 'nobody', months: months ?? MOST_MONTHS };
      }),
    },
    threshold: Number(rows.get('threshold')?.level),
    assessedFor: Number(rows.get('interval')?.months),
  };
}

/** The band of a level from 1 to 25. */
export const bandOf = (level: number, { bands }: { bands: readonly Pick<BandRule, 'band' | 'to'>[] }): Band =>
  bands.find(({ to }) => level <= to)?.band ?? 'very-high';

/** The rules of the bands. From the first band on in which nobody may accept, nobody accepts what is higher either. */
export function bandRules({ bands }: Pick<RiskScale, 'bands'>): BandRule[] {
  const first = bands.findIndex(({ who }) => who === 'nobody');
  return bands.map((rule, place) => (first !== -1 && place > first ? { ...rule, who: 'nobody' } : rule));
}

/** Whether the bands rise, so that each level is in one of them, and the last ends at the highest level. */
export const bandsRise = ({ bands }: Pick<RiskScale, 'bands'>): boolean =>
  bands.every(({ to }, place) => to > (bands[place - 1]?.to ?? 0)) && bands.at(-1)?.to === HIGHEST_LEVEL;

/** Numbers whose words two contents have otherwise. */
export function changedWords(one: Content, other: Content): Record<'likelihood' | 'consequence', ReadonlySet<number>> {
  const changed = (keyOf: (value: number) => string) =>
    new Set<number>(STEPS.filter((value) => !isSame(one.get(keyOf(value)), other.get(keyOf(value)))));
  return { likelihood: changed(likelihoodKey), consequence: changed(consequenceKey) };
}

/** Since when the words of each number are as they are; null: since ever. */
export interface WordsChanged {
  likelihood: readonly (Day | null)[];
  consequence: readonly (Day | null)[];
}

/**
 * On which day the words of each number changed last, over the versions that were in force, oldest first, each with the day of its
 * approval.
 * @param first what was rated by before anybody approved criteria
 */
export function wordsChanged(first: Content, versions: readonly { on: Day; rows: Content }[]): WordsChanged {
  const changedOn = (key: string): Day | null => {
    let before = first.get(key);
    let day: Day | null = null;
    for (const { on, rows } of versions) {
      const now = rows.get(key);
      if (!isSame(now, before)) day = on;
      before = now;
    }
    return day;
  };
  return {
    likelihood: STEPS.map((value) => changedOn(likelihoodKey(value))),
    consequence: STEPS.map((value) => changedOn(consequenceKey(value))),
  };
}
