import type { ErrorEntry } from './entry';

/** Errors of drafting, submitting and approving. */
export const APPROVING_ERRORS = {
  'content-changed': {
    fault: 'user',
    message: 'The content changed while you read it.',
    remedy: 'Read it again, then decide.',
    retry: false,
  },
  'approval-own-text': {
    fault: 'user',
    message: 'You wrote part of this.',
    remedy: 'Let another person approve it who wrote none of it, or let somebody else write your part.',
    retry: false,
  },
  'approval-not-submitted': {
    fault: 'user',
    message: 'Nothing of it waits for an approval.',
    remedy: 'Reload the page: somebody has approved, returned or taken it back.',
    retry: false,
  },
  'approval-incomplete': {
    fault: 'user',
    message: 'Something is still open.',
    remedy: 'Settle what is named as open, then submit again.',
    retry: false,
  },
  'return-without-reason': {
    fault: 'user',
    message: 'What is returned needs a reason.',
    remedy: 'Say what has to change.',
    retry: false,
  },
  'draft-locked': {
    fault: 'user',
    message: 'It is submitted, and locked until somebody has approved or returned it.',
    remedy: 'Take it back first, then change it.',
    retry: false,
  },
  'draft-unchanged': {
    fault: 'user',
    message: 'There is no draft to submit.',
    remedy: 'Write something first.',
    retry: false,
  },
  'row-written-meanwhile': {
    fault: 'user',
    message: 'Somebody else wrote this row while you did.',
    remedy: 'Look at what they wrote, then change it again if you have to. Nothing of theirs was overwritten.',
    retry: false,
  },
  'row-not-possible': {
    fault: 'user',
    message: 'A row cannot be so.',
    remedy:
      'A control of Annex A can be excluded and never taken out; a control of your own needs a title, a text and a group.',
    retry: false,
  },
  'triage-closed': {
    fault: 'user',
    message: 'This AI system cannot be triaged.',
    remedy: 'Create the impact assessment instead, or correct the AI Act class in Jira where it is wrong.',
    retry: false,
  },
  'triage-own-system': {
    fault: 'user',
    message: 'Whoever owns the AI system, or is its assignee, does not approve its triage.',
    remedy: 'Let another person approve it.',
    retry: false,
  },
  'version-unknown': {
    fault: 'user',
    message: 'There is no such version.',
    remedy: 'Reload the page and choose one of the versions that there are.',
    retry: false,
  },
  'withdrawal-not-yours': {
    fault: 'user',
    message: 'An approval is withdrawn by whoever gave it, or by top management.',
    remedy: 'Ask one of them to withdraw it.',
    retry: false,
  },
} as const satisfies Record<string, ErrorEntry>;
