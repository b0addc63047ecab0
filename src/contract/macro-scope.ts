/**
 * What a macro shows figures of. Stored in its configuration as one word: `organisation`, `project:10001`, `system:10023`.
 * The word is people's and stands in the page. Screens and exports read it here; no schemas, so that screens stay light.
 */
export type Scope =
  | { kind: 'organisation' }
  | { kind: 'project'; projectId: string }
  | { kind: 'system'; issueId: string };

/** A fresh macro shows the organisation. Null for a word that nobody wrote by the form: it is never guessed at. */
export function scopeFrom(word: unknown): Scope | null {
  if (word === undefined || word === '' || word === 'organisation') return { kind: 'organisation' };
  const [, kind, id] = /^(project|system):(\d{1,19})$/.exec(String(word)) ?? [];
  if (id === undefined) return null;
  return kind === 'project' ? { kind, projectId: id } : { kind: 'system', issueId: id };
}

/** Project of a scope as the procedures want it; an AI system has procedures of its own. */
export const projectOf = (scope: Scope): string | null => (scope.kind === 'project' ? scope.projectId : null);
