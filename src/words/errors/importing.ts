import type { ErrorEntry } from './entry';

/** Errors of importing an inventory. */
export const IMPORTING_ERRORS = {
  'import-unknown': {
    fault: 'user',
    message: 'There is no such import.',
    remedy: 'Start the import again from the file.',
    retry: false,
  },
  'import-busy': {
    fault: 'user',
    message: 'This import is being applied.',
    remedy: 'Wait until it is done; its progress is shown on the page.',
    retry: false,
  },
  'import-mapping-invalid': {
    fault: 'user',
    message: 'The file does not fit the mapping.',
    remedy: 'Compare the column headers of the file with those of the mapping.',
    retry: false,
  },
  'import-too-large': {
    fault: 'user',
    message: 'The file is larger than an import may be.',
    remedy: 'Split it into files of at most 20 MB.',
    retry: false,
  },
} as const satisfies Record<string, ErrorEntry>;
