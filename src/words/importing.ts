/** What an import tells of a row. */
export const IMPORT_WORDS = {
  noTransition: 'The workflow has no transition that leads there at once; the issue stays in its first status.',
  gone: 'The issue is not in Jira any more; nothing was made in its place.',
  silent: 'Jira did not say what became of it.',
  transitionRefused: 'Jira refused the transition.',
  kept: (fields: readonly string[]) => `Kept as people changed it: ${fields.join(', ')}.`,
  emptied: (fields: readonly string[]) => `Emptied, as in the file: ${fields.join(', ')}.`,
  keptThoughEmpty: (fields: readonly string[]) => `Empty in the file now, kept as it was: ${fields.join(', ')}.`,
  stateStays: (was: string | undefined, is: string | undefined) =>
    `The file names another state (${was} -> ${is}); the issue stays.`,
} as const;

/** Why the import left an issue alone. */
export const LEFT_WORDS = {
  'row-not-in-file': 'The file does not have its row any more; the issue stays.',
  'no-longer-said': 'Its row does not say this any more; the issue stays.',
  'issue-gone': 'The issue was deleted in Jira or left the project; nothing was made in its place.',
} as const;

/** Problems of rows that the import tells of once more when it is done. */
export const PROBLEM_WORDS: Readonly<Record<string, (value: string) => string>> = {
  'same-name-unsure': (value) => `Which of several issues “${value}” is, is not sure; nothing was done.`,
  'maybe-renamed': (value) => `“${value}” may be a known AI system under a new name; nobody said, so nothing was done.`,
};

/** Why a value of a row was left out; the names of its fields follow. */
export const LEFT_OUT_WORDS = {
  'option-missing': 'Left out, for the project has no such option',
  'field-missing': 'Left out, for the site has no such field',
} as const;

/** What the issues say that an import makes: kept as they are, for what an issue says is compared with later files. */
export const ISSUE_WORDS = {
  notSeen: (by: string, source: string) => `Declared by the ${by} in "${source}", not seen.`,
  notRated: (by: string, source: string) => `Declared by the ${by} in "${source}", not rated.`,
  risks: (system: string) => `Key risks: ${system}`,
} as const;
