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
    message: 'A conclusion is valid until a day of the calendar, on which it is given or within 36 months after.',
    remedy: 'Leave the end empty for 12 months, or give a day within that time.',
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
