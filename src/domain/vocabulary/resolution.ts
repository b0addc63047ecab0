/** What a resolution says of an issue that is done: its work is done, or it never will be. */
export type ResolutionMeaning = 'done' | 'not-done';

/** Words by which a resolution of this name is proposed as "not done", in lower case; a proposal, never a meaning. */
const NOT_DONE = [
  ...[
    'won',
    'not fix',
    'not do',
    'duplicate',
    'declined',
    'cannot reproduce',
    'obsolete',
    'invalid',
    'rejected',
    'abandoned',
    'cancel',
  ],
  ...['nicht', 'duplikat', 'abgelehnt', 'ungültig', 'veraltet', 'abgebrochen'],
  ...['ne sera', 'doublon', 'refusé', 'annulé', 'no se', 'duplicado', 'rechazado', 'niet', 'dubbel'],
];

/** What to propose for a resolution that nobody has chosen a meaning for yet. */
export function proposedMeaning(name: string): ResolutionMeaning {
  const words = name.toLowerCase();
  return NOT_DONE.some((word) => words.includes(word)) ? 'not-done' : 'done';
}
