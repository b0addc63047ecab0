import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { ConditionGroup, Rule, Transition, Workflow } from '../model/entities';
import type { Site } from '../site';
import { jiraTime } from '../site';

/** The workflow shapes of `/workflows/create` and `/update`, and the way back. */

const parameters = z.record(z.string(), z.string()).default({});
const rule = z.object({ id: z.string().optional(), ruleKey: z.string(), parameters });
const layout = z.object({ x: z.number(), y: z.number() });

interface ConditionInput {
  operation: 'ALL' | 'ANY';
  conditions?: z.infer<typeof rule>[] | undefined;
  conditionGroups?: ConditionInput[] | undefined;
}
const conditions: z.ZodType<ConditionInput> = z.lazy(() =>
  z.object({
    operation: z.enum(['ALL', 'ANY']),
    conditions: z.array(rule).optional(),
    conditionGroups: z.array(conditions).optional(),
  }),
);

const transition = z.object({
  id: z.string(),
  type: z.enum(['INITIAL', 'GLOBAL', 'DIRECTED']),
  name: z.string().trim().min(1),
  description: z.string().default(''),
  toStatusReference: z.string(),
  links: z
    .array(
      z.object({
        fromStatusReference: z.string().optional(),
        fromPort: z.number().int().optional(),
        toPort: z.number().int().optional(),
      }),
    )
    .default([]),
  conditions: conditions.nullish(),
  validators: z.array(rule).default([]),
  actions: z.array(rule).default([]),
  triggers: z.array(z.unknown()).max(0, 'triggers of development tools are not available on this site').default([]),
  transitionScreen: rule.nullish(),
  properties: parameters,
});

const statusInput = z.object({
  statusReference: z.string(),
  id: z.string().optional(),
  name: z.string().trim().min(1).max(255),
  statusCategory: z.enum(['TODO', 'IN_PROGRESS', 'DONE']),
  description: z.string().optional(),
});

const statusLayout = z.object({ statusReference: z.string(), layout: layout.nullish(), properties: parameters });

export const workflowInput = z.object({
  name: z.string().trim().min(1).max(255),
  description: z.string().default(''),
  startPointLayout: layout.nullish(),
  statuses: z.array(statusLayout).min(1),
  transitions: z.array(transition).min(1),
});

export const createPayload = z.object({
  scope: z.object({ type: z.enum(['GLOBAL', 'PROJECT']), project: z.object({ id: z.string() }).nullish() }),
  statuses: z.array(statusInput).default([]),
  workflows: z.array(workflowInput).min(1),
});
export type CreatePayload = z.infer<typeof createPayload>;

const migration = z.object({ oldStatusReference: z.string(), newStatusReference: z.string() });
export const updatePayload = z.object({
  statuses: z.array(statusInput).default([]),
  workflows: z
    .array(
      workflowInput.omit({ name: true }).extend({
        id: z.string(),
        version: z.object({ id: z.string(), versionNumber: z.number().int() }),
        statusMappings: z
          .array(z.object({ projectId: z.string(), issueTypeId: z.string(), statusMigrations: z.array(migration) }))
          .default([]),
        defaultStatusMappings: z.array(migration).default([]),
      }),
    )
    .min(1),
});
export type UpdatePayload = z.infer<typeof updatePayload>;
export type WorkflowInput = z.infer<typeof workflowInput>;
export type TransitionInput = WorkflowInput['transitions'][number];

const storedRule = (input: z.infer<typeof rule>): Rule => ({
  id: input.id ?? randomUUID(),
  ruleKey: input.ruleKey,
  parameters: input.parameters,
});

function storedConditions(input: ConditionInput): ConditionGroup {
  return {
    operation: input.operation,
    conditions: (input.conditions ?? []).map(storedRule),
    conditionGroups: (input.conditionGroups ?? []).map(storedConditions),
  };
}

/** The stored form of a workflow's statuses and transitions; `idOf` resolves status references. */
export function storedParts(
  input: Pick<WorkflowInput, 'statuses' | 'transitions'>,
  idOf: (reference: string) => string,
): Pick<Workflow, 'statuses' | 'transitions'> {
  return {
    statuses: input.statuses.map((status) => ({
      statusId: idOf(status.statusReference),
      layout: status.layout ?? null,
      properties: status.properties,
    })),
    transitions: input.transitions.map(
      (one): Transition => ({
        id: one.id,
        type: one.type,
        name: one.name,
        description: one.description,
        toStatusId: idOf(one.toStatusReference),
        links: one.links.flatMap(({ fromStatusReference, fromPort, toPort }) =>
          fromStatusReference === undefined
            ? []
            : [
                {
                  fromStatusId: idOf(fromStatusReference),
                  ...(fromPort === undefined ? {} : { fromPort }),
                  ...(toPort === undefined ? {} : { toPort }),
                },
              ],
        ),
        conditions: one.conditions ? storedConditions(one.conditions) : null,
        validators: one.validators.map(storedRule),
        actions: one.actions.map(storedRule),
        transitionScreen: one.transitionScreen ? storedRule(one.transitionScreen) : null,
        properties: one.properties,
      }),
    ),
  };
}

const scopeOf = (projectId: string | null) =>
  projectId === null ? { type: 'GLOBAL' } : { type: 'PROJECT', project: { id: projectId } };

/** `JiraWorkflow`; a status is referred to by its id, the way that Jira answers. */
export function showWorkflow(workflow: Workflow, withTransitions = true): Record<string, unknown> {
  const header = {
    id: workflow.id,
    name: workflow.name,
    description: workflow.description,
    scope: scopeOf(workflow.projectId),
    isEditable: workflow.isEditable,
    version: { id: workflow.versionId, versionNumber: workflow.versionNumber },
    created: jiraTime(workflow.created),
    updated: jiraTime(workflow.updated),
  };
  if (!withTransitions) return header;
  return {
    ...header,
    statuses: workflow.statuses.map(({ statusId, layout: place, properties }) => ({
      statusReference: statusId,
      ...(place ? { layout: place } : {}),
      properties,
      deprecated: false,
    })),
    transitions: workflow.transitions.map((one) => ({
      id: one.id,
      type: one.type,
      name: one.name,
      description: one.description,
      toStatusReference: one.toStatusId,
      links: one.links.map(({ fromStatusId, ...ports }) => ({ fromStatusReference: fromStatusId, ...ports })),
      ...(one.conditions ? { conditions: one.conditions } : {}),
      validators: one.validators,
      actions: one.actions,
      triggers: [],
      ...(one.transitionScreen ? { transitionScreen: one.transitionScreen } : {}),
      properties: one.properties,
    })),
  };
}

/** `JiraWorkflowStatus` of every status that the workflows use. */
export function showWorkflowStatuses(site: Site, workflows: readonly Workflow[]): Record<string, unknown>[] {
  const ids = new Set(workflows.flatMap((workflow) => workflow.statuses.map(({ statusId }) => statusId)));
  return [...ids]
    .map((id) => site.store.statuses.get(id))
    .filter((status) => status !== undefined)
    .map((status) => ({
      id: status.id,
      name: status.name,
      description: status.description,
      statusCategory: status.category,
      statusReference: status.id,
      scope: scopeOf(status.projectId),
    }));
}
