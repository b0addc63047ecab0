import { LICENCE_ENDED, LICENCE_REMEDY } from '../licence';
import type { ErrorEntry } from './entry';

/** Errors of any call. */
export const GENERAL_ERRORS = {
  'not-allowed': {
    fault: 'user',
    message: 'You do not have the permission that this needs.',
    remedy:
      'Ask a Jira administrator for it: what is the organisation’s needs a global permission such as “View AIMS figures”, what is a project’s the right to browse it.',
    retry: false,
  },
  'licence-ended': {
    fault: 'site',
    message: LICENCE_ENDED,
    remedy: LICENCE_REMEDY,
    retry: false,
  },
  'other-place': {
    fault: 'user',
    message: 'This asks about another project, issue or page than the one that it is asked from.',
    remedy: 'Reload the page and try again from there.',
    retry: false,
  },
  'figures-of-organisation': {
    fault: 'user',
    message: 'This requirement is met once for the whole organisation, whose figures you may not see.',
    remedy: 'Ask a Jira administrator for the permission “View AIMS figures”.',
    retry: false,
  },
  'project-not-visible': {
    fault: 'user',
    message: 'The project does not exist, or you may not see it.',
    remedy: 'Check the project, or ask its administrator for access.',
    retry: false,
  },
  'input-invalid': {
    fault: 'user',
    message: 'The request is not in the form that this needs.',
    remedy: 'Reload the page and try again. If you call the app yourself, compare with the documented form.',
    retry: false,
  },
  'accounts-not-reported': {
    fault: 'site',
    message: 'Atlassian did not take the report of whose account ids are stored.',
    remedy: 'Nothing to do: the app reports again by itself.',
    retry: true,
  },
  preparing: {
    fault: 'us',
    message: 'The app is preparing its storage.',
    remedy: 'Wait a few seconds and reload.',
    retry: true,
  },
  internal: {
    fault: 'us',
    message: 'The app could not do this.',
    remedy: 'Try again. If it stays so, report it with the reference below.',
    retry: true,
  },
} as const satisfies Record<string, ErrorEntry>;
