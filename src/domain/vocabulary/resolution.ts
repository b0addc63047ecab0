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

/**
 * The resolutions that Jira itself brings, by id and by the name that it gives them: of new sites, and of those that began on
 * Jira Server. One that carries both is nobody's own, so its meaning need not be asked for; a different name under the id is people's.
 */
const JIRAS_OWN: Readonly<Record<string, readonly [name: string, meaning: ResolutionMeaning]>> = {
  '10000': ['done', 'done'],
  '10001': ["won't do", 'not-done'],
  '10002': ['duplicate', 'not-done'],
  '10003': ['cannot reproduce', 'not-done'],
  '1': ['fixed', 'done'],
  '2': ["won't fix", 'not-done'],
  '3': ['duplicate', 'not-done'],
  '4': ['incomplete', 'not-done'],
  '5': ['cannot reproduce', 'not-done'],
};

/** What a resolution of Jira's own means, or null for one that people made or renamed. */
export function jirasOwnMeaning({ id, name }: { id: string; name: string }): ResolutionMeaning | null {
  const own = JIRAS_OWN[id];
  return own?.[0] === name.trim().toLowerCase().replaceAll('\u2019', "'") ? own[1] : null;
}

/** What to propose for a resolution that nobody has chosen a meaning for yet. */
export function proposedMeaning(name: string): ResolutionMeaning {
  const words = name.toLowerCase();
  return NOT_DONE.some((word) => words.includes(word)) ? 'not-done' : 'done';
}
