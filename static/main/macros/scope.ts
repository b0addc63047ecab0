import { requestJira } from '@forge/bridge';
import { useEffect, useState } from 'react';

/** What a macro shows figures of. Stored in its configuration as one word: `organisation`, `project:10001`, `system:10023`. */
export type Scope =
  | { kind: 'organisation' }
  | { kind: 'project'; projectId: string }
  | { kind: 'system'; issueId: string };

export const ORGANISATION: Scope = { kind: 'organisation' };

/** A fresh macro shows the organisation. Null for a word that nobody wrote by the form: it is never guessed at. */
export function scopeFrom(word: unknown): Scope | null {
  if (word === undefined || word === '' || word === 'organisation') return ORGANISATION;
  const [, kind, id] = /^(project|system):(\d{1,19})$/.exec(String(word)) ?? [];
  if (id === undefined) return null;
  return kind === 'project' ? { kind, projectId: id } : { kind: 'system', issueId: id };
}

export function scopeWord(scope: Scope): string {
  if (scope.kind === 'organisation') return 'organisation';
  return scope.kind === 'project' ? `project:${scope.projectId}` : `system:${scope.issueId}`;
}

/** Project of a scope as the procedures want it; an AI system has procedures of its own. */
export const projectOf = (scope: Scope): string | null => (scope.kind === 'project' ? scope.projectId : null);

interface Named {
  name?: string;
  key?: string;
  fields?: { summary?: string };
}

/**
 * What the scope is called, read as the reader: somebody who may not see the project or the AI system gets its kind and no
 * name. Null while it is being read.
 */
export function useScopeTitle(scope: Scope): string | null {
  const word = scopeWord(scope);
  const [title, setTitle] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    const show = (text: string) => wanted && setTitle(text);
    titleOf(scopeFrom(word) ?? ORGANISATION).then(show, () => show(kindOf(word)));
    return () => {
      wanted = false;
    };
  }, [word]);
  return title;
}

const kindOf = (word: string): string => (word.startsWith('project') ? 'One project' : 'One AI system');

async function titleOf(scope: Scope): Promise<string> {
  if (scope.kind === 'organisation') return 'Organisation';
  if (scope.kind === 'project') {
    const project = await named(await requestJira(`/rest/api/3/project/${scope.projectId}`));
    return project.name ?? kindOf('project');
  }
  const issue = await named(await requestJira(`/rest/api/3/issue/${scope.issueId}?fields=summary`));
  return issue.key && issue.fields?.summary ? `${issue.key} ${issue.fields.summary}` : kindOf('system');
}

async function named(response: Response): Promise<Named> {
  return response.ok ? ((await response.json()) as Named) : {};
}
