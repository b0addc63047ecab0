import { aiSystemsWords } from '../figures';
import { unseenWords } from '../not-allowed';
import { counted, countWords } from '../numbers';

/** AI systems by the requirements that each of them has to meet. */
export const LOADING_MATRIX = 'Loading the matrix';
export const MATRIX_NOT_SHOWN = 'The matrix cannot be shown';
export const MATRIX_NOT_COMPLETE = 'The matrix cannot be shown completely';
export const NO_SYSTEM_IN_SCOPE = 'No AI system is in scope. Create an issue of the type “AI system”.';
export const SYSTEMS_BY_REQUIREMENT = 'AI systems by requirement';

/** Its filters. */
export const ANY_STAGE_IN_SCOPE = 'Any stage in scope';
export const WITH_REQUIREMENT = 'With a requirement that is';
export const IMPLEMENTED_OR_VERIFIED = 'Implemented or verified';

/** How much of it there is, before how it is used. */
export function sizeWords(size: {
  /** The state that is chosen, and how many requirements have it. */
  chosen: { state: string; requirements: number } | null;
  systems: number;
  requirements: number;
  /** While more is being read. */
  loaded: { rows: number; of: number } | null;
  hidden: number;
}): string {
  const { chosen, systems, requirements, loaded, hidden } = size;
  return [
    ...(chosen === null ? [] : [`${chosen.state}: ${counted(chosen.requirements, 'requirement', 'requirements')}`]),
    `${aiSystemsWords(systems)} × ${requirements} requirements`,
    ...(loaded === null ? [] : [`${countWords(loaded.rows)} of ${countWords(loaded.of)} loaded`]),
    ...(hidden > 0 ? [`and ${unseenWords(hidden)}`] : []),
    'arrow keys move, Enter opens the reasons',
  ].join(' · ');
}

/** Why one requirement of one AI system stands as it does. */
export const LOADING_REASONS = 'Loading the reasons';
export const reasonsOfWords = (number: string): string => `Reasons of ${number}`;
export const NOT_COUNTED = 'It was not counted yet.';
export const OPEN_SYSTEM = 'Open the AI system';
export const openRequirementWords = (number: string): string => `What ${number} asks, and work on it`;
