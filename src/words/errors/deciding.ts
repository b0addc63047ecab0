import type { ErrorEntry } from './entry';

/** Errors of deciding and concluding. */
export const DECIDING_ERRORS = {
  'requirement-unknown': {
    fault: 'user',
    message: 'There is no such requirement in ISO/IEC 42001.',
    remedy: 'Use the number of a leaf clause such as 9.2.2 or of an Annex A control such as A.6.2.4.',
    retry: false,
  },
  'clause-not-excludable': {
    fault: 'user',
    message: 'Clauses 4 to 10 cannot be excluded.',
    remedy: 'Decide on applicability for Annex A controls only.',
    retry: false,
  },
  'not-independent': {
    fault: 'user',
    message: 'Nobody concludes on their own work of the last 12 months (9.2.2).',
    remedy: 'Let somebody record the conclusion who had no part in it, or an auditor from outside.',
    retry: false,
  },
  'conclusion-day': {
    fault: 'user',
    message: 'A conclusion is dated on a day of the calendar that has come.',
    remedy: 'Give the day on which it was concluded, such as 2026-11-24.',
    retry: false,
  },
  'conclusion-end': {
    fault: 'user',
    message: 'At most 12 months; 36 for an external audit.',
    remedy: 'Leave the end empty for 12 months, or give a day from the day of the conclusion on and within that time.',
    retry: false,
  },
  'conclusion-sample': {
    fault: 'user',
    message: 'Name what you looked at.',
    remedy: 'Pick issues, or say in at least 20 characters what you looked at.',
    retry: false,
  },
  'conclusion-body': {
    fault: 'user',
    message: 'An external audit needs the body that audited and its report.',
    remedy: 'Name both, the report so that it can be found: by number, date or address.',
    retry: false,
  },
  'nothing-to-agree': {
    fault: 'user',
    message: 'No dismissal of what an audit raised waits for an agreement here.',
    remedy: 'Look at the issue again: it may have been reopened, or agreed to already.',
    retry: false,
  },
  'audited-here': {
    fault: 'user',
    message: 'You are audited here: you had a part in this issue, or dismissed it.',
    remedy: 'Let its lead auditor agree, or somebody else who may audit and had no part in it.',
    retry: false,
  },
  'conclusion-not-yours': {
    fault: 'user',
    message: 'A conclusion is withdrawn by whoever gave it, or by whoever may audit the AIMS.',
    remedy: 'Ask one of them to withdraw it.',
    retry: false,
  },
  'conclusion-finds-nothing': {
    fault: 'user',
    message: 'This conclusion does not say “nonconforming”.',
    remedy: 'Raise a nonconformity from one that does, or create it in Jira.',
    retry: false,
  },
  'not-an-open-nonconformity': {
    fault: 'user',
    message: 'This issue is no open nonconformity of a project that takes part.',
    remedy: 'Choose a nonconformity that is not closed, or create a new one.',
    retry: false,
  },
  'conclusion-unknown': {
    fault: 'user',
    message: 'There is no such conclusion.',
    remedy: 'Reload the page and look at the conclusions that there are.',
    retry: false,
  },
  'ai-system-unknown': {
    fault: 'user',
    message: 'There is no such AI system in the register.',
    remedy: 'Check that the issue is of the type AI system in a project that takes part.',
    retry: false,
  },
} as const satisfies Record<string, ErrorEntry>;
