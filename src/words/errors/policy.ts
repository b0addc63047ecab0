import type { ErrorEntry } from './entry';

/** Errors of the AI policy and its page. */
export const POLICY_ERRORS = {
  'page-not-visible': {
    fault: 'user',
    message: 'The page does not exist, or you may not see it.',
    remedy: 'Check the page, or ask its owner for access.',
    retry: false,
  },
  'policy-macro-missing': {
    fault: 'user',
    message: 'The page holds no AI policy macro with a text in it.',
    remedy: 'Insert the macro “AI policy”, write the policy inside it, publish the page, then approve.',
    retry: false,
  },
  'policy-moved-on': {
    fault: 'user',
    message: 'The page has a newer version than the one that you looked at.',
    remedy: 'Reload the page, read the newest version, then approve.',
    retry: false,
  },
  'policy-own-text': {
    fault: 'user',
    message: 'Whoever wrote a part of the policy since its last approval cannot approve it.',
    remedy: 'Let somebody approve who may decide in the AIMS and did not edit the text.',
    retry: false,
  },
  'policy-not-approved': {
    fault: 'user',
    message: 'This is not the approved version of the AI policy.',
    remedy: 'Reload the page and read the approved version.',
    retry: false,
  },
  'policy-not-asked': {
    fault: 'user',
    message: 'The AI policy is not addressed to you: you are in none of the groups that its approval names.',
    remedy: 'If you joined one of them just now, try again in an hour. Else nothing is asked of you.',
    retry: false,
  },
  'policy-group-unreadable': {
    fault: 'user',
    message: 'The app cannot read who is in one of the groups: it may have been deleted.',
    remedy: 'Reload the page and choose the groups anew.',
    retry: false,
  },
  'policy-elsewhere': {
    fault: 'user',
    message: 'Another page holds the AI policy of the organisation, or it was approved meanwhile.',
    remedy: 'Reload the page, look at what is approved now, and say whether this page replaces it.',
    retry: false,
  },
} as const satisfies Record<string, ErrorEntry>;
