import { CONFLUENCE_SILENT, TRY_AGAIN_LATER } from '../screens/shared/common';
import type { ErrorEntry } from './entry';

/** Errors that Jira and Confluence answer. */
export const PRODUCTS_ERRORS = {
  'jira-forbidden': {
    fault: 'site',
    message: 'Jira refused this to the app.',
    remedy: 'Check that the app still has its permissions, or retry the step as yourself.',
    retry: false,
  },
  'jira-not-found': {
    fault: 'site',
    message: 'Something that the app expected in Jira is not there any more.',
    remedy: 'Look at the plan in Set-up: it shows what is missing.',
    retry: false,
  },
  'jira-conflict': {
    fault: 'site',
    message: 'Jira is busy with another change of its configuration.',
    remedy: 'Wait a moment; the app tries again by itself.',
    retry: true,
  },
  'jira-rate-limited': {
    fault: 'site',
    message: 'Jira asks the app to slow down.',
    remedy: 'Nothing to do: the work goes on when the limit is lifted.',
    retry: true,
  },
  'jira-unavailable': {
    fault: 'site',
    message: 'Jira did not answer.',
    remedy: TRY_AGAIN_LATER,
    retry: true,
  },
  'jira-rejected': {
    fault: 'site',
    message: 'Jira did not accept the request.',
    remedy: 'Read what Jira said, mend it and try again.',
    retry: false,
  },
  'jira-answer-unexpected': {
    fault: 'us',
    message: 'Jira answered in a form that the app does not know.',
    remedy: 'Report this with the reference below.',
    retry: false,
  },
  'confluence-absent': {
    fault: 'site',
    message: 'The app is not connected to Confluence.',
    remedy: 'A site administrator can connect it under the installed apps of Confluence.',
    retry: false,
  },
  'confluence-forbidden': {
    fault: 'site',
    message: 'Confluence refused this to the app.',
    remedy: 'Check that the app may see the space and that the page is not restricted to others.',
    retry: false,
  },
  'confluence-not-found': {
    fault: 'site',
    message: 'Something that the app expected in Confluence is not there any more.',
    remedy: 'Check that the page was not deleted and that the app may see it.',
    retry: false,
  },
  'confluence-conflict': {
    fault: 'site',
    message: 'The page changed meanwhile.',
    remedy: 'Reload the page and try again.',
    retry: true,
  },
  'confluence-rate-limited': {
    fault: 'site',
    message: 'Confluence asks the app to slow down.',
    remedy: 'Nothing to do: the work goes on when the limit is lifted.',
    retry: true,
  },
  'confluence-unavailable': {
    fault: 'site',
    message: CONFLUENCE_SILENT,
    remedy: TRY_AGAIN_LATER,
    retry: true,
  },
  'confluence-rejected': {
    fault: 'site',
    message: 'Confluence did not accept the request.',
    remedy: 'Read what Confluence said, mend it and try again.',
    retry: false,
  },
  'confluence-answer-unexpected': {
    fault: 'us',
    message: 'Confluence answered in a form that the app does not know.',
    remedy: 'Report this with the reference below.',
    retry: false,
  },
} as const satisfies Record<string, ErrorEntry>;
