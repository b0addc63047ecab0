import type { Scope } from '../contract/macro-scope';
import { AppError } from '../errors';
import { hasAppPermission, mayBrowseIssue, mayBrowseProject } from '../jira/permission';

/**
 * Whether an export may show the counts of a scope. Whoever exports is asked about as on the screen. Where the platform
 * names nobody there is no reader to trust: then only what concerns the whole organisation is shown, in counts.
 */
export async function mayExport(scope: Scope): Promise<boolean> {
  try {
    if (scope.kind === 'organisation') return await hasAppPermission('view-figures');
    return scope.kind === 'project' ? await mayBrowseProject(scope.projectId) : await mayBrowseIssue(scope.issueId);
  } catch (error) {
    if (error instanceof AppError) return scope.kind === 'organisation';
    throw error;
  }
}
