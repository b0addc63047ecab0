import type { ErrorEntry } from './entry';

/** Errors of setting up a project. */
export const SETUP_ERRORS = {
  'project-team-managed': {
    fault: 'user',
    message:
      'Team-managed projects cannot take the AIMS configuration: Jira gives apps no way to add issue types and workflows there.',
    remedy: 'Choose a company-managed project or let Plumbline create one. What stands in this project is not counted.',
    retry: false,
  },
  'plan-stale': {
    fault: 'user',
    message: 'Jira changed after the plan was made; nothing of the remaining steps was applied.',
    remedy: 'Look at the new plan and press Apply again.',
    retry: false,
  },
  'plan-refused': {
    fault: 'user',
    message: 'The plan holds a step that cannot be done.',
    remedy: 'Resolve what the plan names, then plan again.',
    retry: false,
  },
  'setup-not-started': {
    fault: 'user',
    message: 'The project is not set up for the AIMS yet.',
    remedy: 'Open Set-up as an administrator, look at the plan and apply it.',
    retry: false,
  },
  'setup-project-gone': {
    fault: 'site',
    message: 'The project is not there any more.',
    remedy: 'Restore it from Jira’s trash and show the plan again, or set up another project.',
    retry: false,
  },
  'setup-stopped': {
    fault: 'us',
    message: 'The work was cut off again and again, and the platform has given it up.',
    remedy: 'What is done stays. Show the plan again and press Apply: it goes on from there.',
    retry: false,
  },
} as const satisfies Record<string, ErrorEntry>;
