import { requestJira } from '@forge/bridge';
import { useQuery } from '@tanstack/react-query';
import { ONE_PROJECT, ONE_SYSTEM } from '../../../src/words/screens/shared/parts';
import { type Scope, scopeWord } from '../scope';

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
  const { data } = useQuery({
    queryKey: ['scope title', scopeWord(scope)],
    queryFn: () => titleOf(scope).catch(() => kindOf(scope.kind)),
  });
  return data ?? null;
}

const kindOf = (kind: Scope['kind']): string => (kind === 'project' ? ONE_PROJECT : ONE_SYSTEM);

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
