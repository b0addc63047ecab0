import { route } from '@forge/api';
import { z } from 'zod';
import { type Identity, readJira, requestJira } from '../request';
import { taskOf } from './workflow-scheme';

/**
 * Requests that take the whole of something and replace it (`npm run check` refuses them elsewhere). Each sends back what it
 * has just read, with additions, under the version that it read: Jira refuses it when somebody changed it in between.
 */

const readable = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    description: z.string().optional(),
    version: z.object({ id: z.string(), versionNumber: z.number() }),
    defaultWorkflow: z.object({ id: z.string() }).optional(),
    workflowsForIssueTypes: z.array(
      z.object({ issueTypeIds: z.array(z.string()), workflow: z.object({ id: z.string() }) }),
    ),
  }),
);

/** Adds workflows for issue types that the scheme does not map yet; it takes effect at once. */
export async function extendWorkflowScheme(
  schemeId: string,
  additions: readonly { issueTypeId: string; workflowId: string }[],
  as: Identity,
): Promise<string | null> {
  const [current] = await readJira(
    { as, method: 'POST', route: route`/rest/api/3/workflowscheme/read`, body: { workflowSchemeIds: [schemeId] } },
    readable,
  );
  if (!current) return null;
  const answer = await requestJira({
    as,
    method: 'POST',
    route: route`/rest/api/3/workflowscheme/update`,
    body: {
      id: current.id,
      name: current.name,
      description: current.description ?? '',
      version: current.version,
      ...(current.defaultWorkflow ? { defaultWorkflowId: current.defaultWorkflow.id } : {}),
      workflowsForIssueTypes: [
        ...current.workflowsForIssueTypes.map(({ issueTypeIds, workflow }) => ({
          issueTypeIds,
          workflowId: workflow.id,
        })),
        ...additions.map(({ issueTypeId, workflowId }) => ({ issueTypeIds: [issueTypeId], workflowId })),
      ],
    },
  });
  return taskOf(answer.location);
}
