import type { Call } from '../call';
import type { WorkflowScheme } from '../model/entities';

/** `WorkflowSchemeReadResponse`: a scheme with its workflows' versions. */
export function showScheme(call: Call, scheme: WorkflowScheme) {
  const metadata = (workflowId: string) => {
    const workflow = call.site.store.workflows.get(workflowId);
    return {
      id: workflowId,
      name: workflow?.name ?? '',
      description: workflow?.description ?? '',
      version: { id: workflow?.versionId ?? '', versionNumber: workflow?.versionNumber ?? 0 },
    };
  };
  const groups = new Map<string, string[]>();
  for (const [typeId, workflowId] of Object.entries(scheme.workflowByIssueType))
    groups.set(workflowId, [...(groups.get(workflowId) ?? []), typeId]);
  return {
    id: scheme.id,
    name: scheme.name,
    description: scheme.description,
    scope: { type: 'GLOBAL' },
    version: { id: scheme.versionId, versionNumber: scheme.versionNumber },
    defaultWorkflow: metadata(scheme.defaultWorkflowId),
    workflowsForIssueTypes: [...groups].map(([workflowId, issueTypeIds]) => ({
      workflow: metadata(workflowId),
      issueTypeIds,
    })),
  };
}
