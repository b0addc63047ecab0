import { requestJira } from '@forge/bridge';
import { useEffect, useState } from 'react';
import { ORGANISATION, type Scope, scopeFrom, scopeWord } from '../scope';

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
