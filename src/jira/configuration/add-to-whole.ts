import { route } from '@forge/api';
import { z } from 'zod';
import { AppError } from '../../errors';
import { type Identity, readJira, requestJira } from '../request';
import { type NewTransition, transitionBody } from './workflow';
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

const status = z.looseObject({ id: z.string(), statusReference: z.string() });
const transition = z.looseObject({ id: z.string() });

/** A workflow as it is read: what the app does not know of is kept and sent back. */
const wholeWorkflow = z.looseObject({
  id: z.string(),
  description: z.string().optional(),
  version: z.object({ id: z.string(), versionNumber: z.number() }),
  statuses: z.array(z.looseObject({ statusReference: z.string() })),
  transitions: z.array(transition),
});

export interface WorkflowAdditions {
  /** Existing statuses that the workflow lacks. */
  statuses: readonly { id: string; name: string; description: string; category: string }[];
  transitions: readonly NewTransition[];
}

/** Reading, adding and sending is tried so often while others change the workflow, too. */
const MOST_READINGS = 3;

/**
 * Adds statuses and transitions to a workflow of the app's own and keeps all else as it is read, what people added too
 * ("Bulk get workflows", "Bulk update workflows", Jira REST v3). Jira checks the whole before it is sent.
 * @throws AppError jira-rejected with what Jira's check says; jira-conflict when others keep changing it
 */
export async function growWorkflow(workflowId: string, additions: WorkflowAdditions, as: Identity): Promise<void> {
  for (let reading = 1; ; reading++) {
    const body = grown(await readWhole(workflowId, as), additions);
    await validate(body, as);
    try {
      await requestJira({ as, method: 'POST', route: route`/rest/api/3/workflows/update`, body });
      return;
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'jira-conflict' || reading === MOST_READINGS) throw error;
    }
  }
}

type Whole = Awaited<ReturnType<typeof readWhole>>;

async function readWhole(workflowId: string, as: Identity) {
  const body = { workflowIds: [workflowId] };
  const { statuses, workflows } = await readJira(
    { as, method: 'POST', route: route`/rest/api/3/workflows`, body },
    z.object({ statuses: z.array(status), workflows: z.array(wholeWorkflow) }),
  );
  const [workflow] = workflows;
  if (!workflow) throw new AppError('jira-not-found');
  return { statuses, workflow };
}

const EMPTY_STATUS = { properties: {} };

function grown({ statuses, workflow }: Whole, additions: WorkflowAdditions) {
  const { id, description, version, startPointLayout, loopedTransitionContainerLayout } = workflow;
  const layouts = { startPointLayout, loopedTransitionContainerLayout };
  const known = new Set(workflow.statuses.map(({ statusReference }) => statusReference));
  const added = additions.statuses.filter((one) => !known.has(one.id));
  const highest = Math.max(1, ...workflow.transitions.map((one) => Number(one.id) || 0));
  return {
    statuses: [
      ...statuses.map(({ scope: _, ...one }) => one),
      ...added.map(({ category, ...one }) => ({ ...one, statusReference: one.id, statusCategory: category })),
    ],
    workflows: [
      {
        id,
        description: description ?? '',
        version,
        ...Object.fromEntries(Object.entries(layouts).filter(([, layout]) => layout !== undefined)),
        statuses: [
          ...workflow.statuses.map(({ deprecated: _, ...one }) => one),
          ...added.map((one) => ({ ...EMPTY_STATUS, statusReference: one.id })),
        ],
        transitions: [
          ...workflow.transitions,
          ...additions.transitions.map((one, index) => transitionBody(String(highest + 10 * (index + 1)), one)),
        ],
      },
    ],
  };
}

const checked = z.object({
  errors: z.array(z.object({ message: z.string().optional(), level: z.string().optional() })),
});

async function validate(payload: unknown, as: Identity): Promise<void> {
  const body = { payload, validationOptions: { levels: ['ERROR'] } };
  const { errors } = await readJira(
    { as, method: 'POST', route: route`/rest/api/3/workflows/update/validation`, body },
    checked,
  );
  if (errors.length > 0)
    throw new AppError('jira-rejected', { detail: errors.map(({ message }) => message ?? '').join(' ') });
}
