import type { Site } from '../../local/site';
import { versionSeen } from './seen-version';

/** Risk criteria as far as figures hang on them. */
export interface SeenCriteria {
  isApproved: boolean;
  validUntil: string | null;
  threshold: number;
  /** The highest level that anybody may accept. */
  acceptable: number;
}

/** What counts while nobody has approved any. */
const PROPOSED_THRESHOLD = 9;
const EVERY_LEVEL = 25;

export async function criteriaSeen(site: Site): Promise<SeenCriteria> {
  const { approvedAt, validUntil, rows } = await versionSeen<{ level?: number; to?: number; who?: string }>(
    site,
    'criteria',
  );
  if (approvedAt === null)
    return { isApproved: false, validUntil: null, threshold: PROPOSED_THRESHOLD, acceptable: EVERY_LEVEL };
  let acceptable = 0;
  for (const band of ['low', 'moderate', 'high', 'very-high']) {
    const { to = 0, who } = rows.get(`band/${band}`) ?? {};
    if (who === 'nobody') break;
    acceptable = to;
  }
  return { isApproved: true, validUntil, threshold: rows.get('threshold')?.level ?? 0, acceptable };
}
