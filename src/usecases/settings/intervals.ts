import { catalogue } from '../../../controls';
import { RISK_ASSESSMENT } from '../../domain/requirement/named';

/** Requirements whose interval is a setting: of the assessment of risks the criteria say it (8.2). */
export const WITH_INTERVAL = catalogue.requirements.filter(({ id }) => id !== RISK_ASSESSMENT);

const IDS: ReadonlySet<string> = new Set(WITH_INTERVAL.map(({ id }) => id));

export const hasInterval = (requirementId: string): boolean => IDS.has(requirementId);
