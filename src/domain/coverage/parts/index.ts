import type { Requirement } from '../../../../controls';
import type { Judged } from '../evidence';
import type { OrganisationSituation } from '../rules/rule';
import { judgeCriteria } from './criteria';

/** Parts of homes (`controls/assurance/homes.json`) that are judged alike wherever they stand; all others belong to a rule. */
export const CRITERIA_PART = 'decision/criteria';
const JUDGES: Readonly<Record<string, (evidence: Judged, situation: OrganisationSituation) => Judged>> = {
  [CRITERIA_PART]: judgeCriteria,
};

/** What the parts of a requirement's home make of its evidence: one that is missing holds it up. */
export const judgeParts = (
  { home }: Pick<Requirement, 'home'>,
  evidence: Judged,
  situation: OrganisationSituation,
): Judged => home.flat().reduce((judged, part) => JUDGES[part]?.(judged, situation) ?? judged, evidence);

/** Requirements in whose home a part stands. */
export const requirementsWith = (part: string, requirements: readonly Requirement[]): string[] =>
  requirements.filter(({ home }) => home.flat().includes(part)).map(({ id }) => id);
