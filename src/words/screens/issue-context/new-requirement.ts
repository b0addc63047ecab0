/** Adding a requirement to the issue. */

export const REQUIREMENTS_NOT_LISTED = 'The requirements cannot be listed';
export const REQUIREMENT_BY = 'Requirement by number or word';
export const NO_REQUIREMENT_MATCHES = 'No requirement matches.';
export const moreRequirementsWords = (count: number): string => `and ${count} more: type a number or word`;
