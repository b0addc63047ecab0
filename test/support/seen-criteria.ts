import type { Site } from '../../local/site';
import { versionSeen } from './seen-version';

/** Risk criteria as far as figures hang on them. */
export interface SeenCriteria {
  isApproved: boolean;
  validUntil: string | null;
  threshold: number;
  /** The highest level that anybody may accept. */
  acceptable: number;
  /** Who accepts up to which level, and for how long; none while nobody has approved any. */
  bands: { to: number; who: string; months: number }[];
}

/** What counts while nobody has approved any. */
const PROPOSED_THRESHOLD = 9;
const EVERY_LEVEL = 25;

export async function criteriaSeen(site: Site): Promise<SeenCriteria> {
  const { approvedAt, validUntil, rows } = await versionSeen<{
    level?: number;
    to?: number;
    who?: string;
    months?: number;
  }>(site, 'criteria');
  if (approvedAt === null)
    return { isApproved: false, validUntil: null, threshold: PROPOSED_THRESHOLD, acceptable: EVERY_LEVEL, bands: [] };
  let acceptable = 0;
  const bands: SeenCriteria['bands'] = [];
  for (const band of ['low', 'moderate', 'high', 'very-high']) {
    const { to = 0, who = '', months = 0 } = rows.get(`band/${band}`) ?? {};
    if (who === 'nobody') break;
    acceptable = to;
    bands.push({ to, who, months });
  }
  return { isApproved: true, validUntil, threshold: rows.get('threshold')?.level ?? 0, acceptable, bands };
}
