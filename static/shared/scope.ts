import { projectOf, type Scope, scopeFrom } from '../../src/contract/macro-scope';

export { projectOf, type Scope, scopeFrom };

export const ORGANISATION: Scope = { kind: 'organisation' };

export function scopeWord(scope: Scope): string {
  if (scope.kind === 'organisation') return 'organisation';
  return scope.kind === 'project' ? `project:${scope.projectId}` : `system:${scope.issueId}`;
}
