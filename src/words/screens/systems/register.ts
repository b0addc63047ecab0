import { counted } from '../../numbers';

/** The register of AI systems. */
export const SEARCH = 'Search by words of the title';
export const ANY_STAGE = 'Any stage';
export const NO_SYSTEM =
  'No AI system is registered yet. Create an issue of the type “AI system”, or let an administrator import an inventory.';
export const openWords = (key: string, summary: string): string => `Open ${key} ${summary}`;
export const NO_RISK = 'no risk recorded';

/** Its lists. */
export const LISTS_OF_SYSTEMS = 'List of AI systems';
export const IN_SCOPE = 'In scope';
export const TAKEN_OUT = 'Taken out of scope';
export const UNASSESSED = 'In operation without impact assessment';
export const WITHOUT_OWNER = 'Without an owner';
export const OWNER_LEFT = 'Owner has left';

/** After the stage of an AI system that was taken out. */
export const OUT_OF_SCOPE_ASIDE = '(out of scope)';

export const risksWords = ({ count, unrated }: { count: number; unrated: number }): string =>
  `${counted(count, 'risk', 'risks')}${unrated > 0 ? `, ${unrated} not rated` : ''}`;
