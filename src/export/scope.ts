import { AppError } from '../errors';
import { hasAppPermission, mayBrowseIssue, mayBrowseProject } from '../jira/permission';

/** What a macro's configuration says its figures are of; the word is people's and stands in the page. */
export type ExportScope = { kind: 'organisation' } | { kind: 'project' | 'system'; id: string };

/** Null for a word that no form of ours writes. */
export function exportScope(word: unknown): ExportScope | null {
  if (word === undefined || word === '' || word === 'organisation') return { kind: 'organisation' };
  const [, kind, id] = /^(project|system):(\d{1,19})$/.exec(String(word)) ?? [];
  return id === undefined ? null : { kind: kind as 'project' | 'system', id };
}

/**
 * Whether an export may show the counts of a scope. Whoever exports is asked about as on the screen. Where the platform
 * names nobody there is no reader to trust: then only what concerns the whole organisation is shown, in counts.
 */
export async function mayExport(scope: ExportScope): Promise<boolean> {
  try {
    if (scope.kind === 'organisation') return await hasAppPermission('view-figures');
    return scope.kind === 'project' ? await mayBrowseProject(scope.id) : await mayBrowseIssue(scope.id);
  } catch (error) {
    if (error instanceof AppError) return scope.kind === 'organisation';
    throw error;
  }
}
