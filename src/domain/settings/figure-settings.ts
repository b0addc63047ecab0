import type { Content } from '../approval/entry';
import type { ResolutionMeaning } from '../vocabulary/resolution';

/**
 * Settings that change figures: rows of one object that a second person approves. What has no row stands as the app proposes it.
 */
export const EU_AI_ACT_ROW = 'eu-ai-act';
const AWARENESS_ROW = 'awareness';
const INTERVAL = 'interval/';
const RESOLUTION = 'resolution/';

/** The requirement of a row of an interval, or null for any other row. */
export const intervalOf = (key: string): string | null =>
  key.startsWith(INTERVAL) ? key.slice(INTERVAL.length) : null;
/** The resolution of a row about one, or null for any other row. */
const resolutionOf = (key: string): string | null => (key.startsWith(RESOLUTION) ? key.slice(RESOLUTION.length) : null);

export interface FigureSettings {
  /** Whether the EU AI Act applies to the organisation; a "no" says why. */
  euAiAct: { applies: boolean; reason: string };
  /** Share of the audience that must have acknowledged the policy, 0 to 1 (7.3). */
  awarenessThreshold: number;
  /** For how many months evidence counts, by requirement: the organisation's own, instead of the catalogue's. */
  intervals: Readonly<Record<string, number>>;
  /** What resolutions mean, by id, as approved: before what Jira's own names say. */
  resolutionsApproved: Readonly<Record<string, ResolutionMeaning>>;
}

export const PROPOSED_SETTINGS: FigureSettings = {
  euAiAct: { applies: true, reason: '' },
  awarenessThreshold: 0.95,
  intervals: {},
  resolutionsApproved: {},
};

/** Fewer characters than these are no reason. */
const LEAST_REASON = 20;

/** Settings from their rows, which were checked when they were written. */
export function settingsFrom(rows: Content): FigureSettings {
  const euAiAct = rows.get(EU_AI_ACT_ROW);
  const awareness = rows.get(AWARENESS_ROW);
  return {
    euAiAct: euAiAct
      ? { applies: euAiAct.applies === true, reason: String(euAiAct.reason) }
      : PROPOSED_SETTINGS.euAiAct,
    awarenessThreshold: awareness ? Number(awareness.percent) / 100 : PROPOSED_SETTINGS.awarenessThreshold,
    intervals: Object.fromEntries(
      [...rows].flatMap(([key, { months }]) => {
        const requirementId = intervalOf(key);
        return requirementId === null ? [] : [[requirementId, Number(months)] as const];
      }),
    ),
    resolutionsApproved: Object.fromEntries(
      [...rows].flatMap(([key, { means }]) => {
        const id = resolutionOf(key);
        return id === null ? [] : [[id, means === 'not-done' ? 'not-done' : 'done'] as const];
      }),
    ),
  };
}

/** Whether a "no" to the EU AI Act has its reason. */
export const isReasoned = ({ euAiAct }: Pick<FigureSettings, 'euAiAct'>): boolean =>
  euAiAct.applies || euAiAct.reason.trim().length >= LEAST_REASON;
