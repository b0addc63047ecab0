/** Clause coverage and control status. Texts alone, as in `../shared/common.ts`. */
export const NOTHING_COUNTED =
  'Nothing is counted here yet. Once a Jira administrator has set up the AI management system, this fills as AI systems are registered and issues are linked to requirements.';

/** After the applicability of a control, as approved. */
export const NEWER_DECISION = 'newer decision not approved';
