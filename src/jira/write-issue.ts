import { assumeTrustedRoute, route } from '@forge/api';
import { z } from 'zod';
import { ISSUE_PROPERTY } from './issue';
import { readJira, requestJira } from './request';

/** Most issues of one bulk create ("Bulk create issue", Jira REST v3). */
export const BULK_CREATE_LIMIT = 50;

export interface NewIssue {
  fields: Record<string, unknown>;
  /** At most one transition, done right after creating. */
  transitionId: string | null;
  /** Outward links of the new issue. */
  links: readonly { linkTypeId: string; targetId: string }[];
  property: Record<string, unknown>;
}

const errorCollection = z.object({
  errorMessages: z.array(z.string()).optional(),
  errors: z.record(z.string(), z.string()).optional(),
});

const created = z.object({
  issues: z.array(
    z.object({
      id: z.string(),
      key: z.string(),
      transition: z.object({ status: z.number(), errorCollection: errorCollection.optional() }).optional(),
    }),
  ),
  errors: z
    .array(
      z.object({
        failedElementNumber: z.number(),
        elementErrors: errorCollection,
      }),
    )
    .optional(),
});

/** In Jira's words, or '' where Jira gave none. `warning`: the issue was created, and its transition was refused. */
export type Outcome = { id: string; warning: string | null } | { error: string };

/**
 * Creates up to 50 issues in one call; some may fail while others are created.
 * @returns an id, or Jira's words, for each in the order of `issues`
 */
export async function bulkCreateIssues(issues: readonly NewIssue[]): Promise<Outcome[]> {
  const answer = await requestJira({
    as: 'app',
    method: 'POST',
    route: route`/rest/api/3/issue/bulk`,
    body: { issueUpdates: issues.map(updateOf) },
    accept: [400],
  });
  const { issues: done, errors = [] } = created.parse(answer.body);
  const failed = new Map(errors.map((error) => [error.failedElementNumber, wordsOf(error.elementErrors)]));
  const ids = done[Symbol.iterator]();
  return issues.map((_, index) => {
    const error = failed.get(index);
    if (error !== undefined) return { error };
    const next = ids.next();
    return next.done ? { error: '' } : { id: next.value.id, warning: refusedTransition(next.value.transition) };
  });
}

function refusedTransition(
  transition: { status: number; errorCollection?: z.infer<typeof errorCollection> | undefined } | undefined,
): string | null {
  return transition && transition.status >= 400 ? wordsOf(transition.errorCollection ?? {}) : null;
}

function updateOf({ fields, transitionId, links, property }: NewIssue): Record<string, unknown> {
  return {
    fields,
    properties: [{ key: ISSUE_PROPERTY, value: property }],
    ...(transitionId === null ? {} : { transition: { id: transitionId } }),
    ...(links.length === 0
      ? {}
      : {
          update: {
            issuelinks: links.map(({ linkTypeId, targetId }) => ({
              add: { type: { id: linkTypeId }, outwardIssue: { id: targetId } },
            })),
          },
        }),
  };
}

function wordsOf({
  errorMessages = [],
  errors = {},
}: {
  errorMessages?: string[] | undefined;
  errors?: Record<string, string> | undefined;
}): string {
  return [...errorMessages, ...Object.entries(errors).map(([field, message]) => `${field}: ${message}`)]
    .join(' ')
    .slice(0, 500);
}

export async function editIssue(issueId: string, fields: Record<string, unknown>): Promise<void> {
  await requestJira({ as: 'app', method: 'PUT', route: route`/rest/api/3/issue/${issueId}`, body: { fields } });
}

const workflows = z.object({
  values: z.array(
    z.object({
      name: z.string(),
      transitions: z.array(
        z.object({
          id: z.string(),
          type: z.string(),
          toStatusReference: z.string().nullish(),
          links: z.array(z.object({ fromStatusReference: z.string().nullish() })).nullish(),
        }),
      ),
    }),
  ),
  statuses: z.array(z.object({ id: z.string(), statusCategory: z.string(), statusReference: z.string() })),
});

export interface FirstTransition {
  id: string;
  toStatusId: string;
  category: string;
}

/** The transitions that a new issue of a workflow can take at once, in the workflow's order, and where it starts. */
export async function firstTransitions(
  workflowName: string,
): Promise<{ initialStatusId: string; transitions: FirstTransition[] } | null> {
  const answer = await readJira(
    {
      as: 'app',
      method: 'GET',
      route: assumeTrustedRoute(
        `/rest/api/3/workflows/search?queryString=${encodeURIComponent(workflowName)}&expand=values.transitions&maxResults=50`,
      ),
    },
    workflows,
  );
  const workflow = answer.values.find((value) => value.name === workflowName);
  if (!workflow) return null;
  const statuses = new Map(answer.statuses.map((status) => [status.statusReference, status]));
  const initial = workflow.transitions.find((transition) => transition.type === 'INITIAL')?.toStatusReference ?? '';
  const open = workflow.transitions.filter(
    (transition) =>
      transition.type === 'GLOBAL' ||
      (transition.type === 'DIRECTED' && (transition.links ?? []).some((link) => link.fromStatusReference === initial)),
  );
  return {
    initialStatusId: statuses.get(initial)?.id ?? '',
    transitions: open.flatMap(({ id, toStatusReference }) => {
      const status = statuses.get(toStatusReference ?? '');
      return status ? [{ id, toStatusId: status.id, category: status.statusCategory }] : [];
    }),
  };
}
