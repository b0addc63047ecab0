import { z } from 'zod';
import type { ItemId } from '../domain/item/item-fact';
import { itemIdOf, pageItemIdOf } from '../domain/item/item-id';
import type { Work } from '../queue/facts-queue';
import type { Configuration } from '../store/configuration';
import { saysWhatWasDone, touchesFact } from './fields';

/**
 * What a product event asks the writer to do: to read the issue now. The payload carries no custom field and no link
 * (developer.atlassian.com/platform/forge/events-reference/jira), so nothing of it is taken over but ids.
 */
const changelogItem = z.looseObject({ field: z.string().optional(), fieldId: z.string().optional() });

const eventSchema = z.looseObject({
  eventType: z.string(),
  issue: z
    .looseObject({
      id: z.string(),
      fields: z
        .looseObject({
          project: z.looseObject({ id: z.string() }).optional(),
          status: z.looseObject({ statusCategory: z.looseObject({ key: z.string() }).optional() }).nullish(),
        })
        .optional(),
    })
    .optional(),
  changelog: z.union([z.looseObject({ items: z.array(changelogItem) }), z.array(changelogItem)]).optional(),
  sourceIssueId: z.union([z.string(), z.number()]).optional(),
  destinationIssueId: z.union([z.string(), z.number()]).optional(),
  sourceProjectId: z.union([z.string(), z.number()]).optional(),
  destinationProjectId: z.union([z.string(), z.number()]).optional(),
  project: z.looseObject({ id: z.union([z.string(), z.number()]) }).optional(),
});

type ProductEvent = z.infer<typeof eventSchema>;

/** What an event asks for: items to be read again, or longer work. */
export interface Asked {
  itemIds: ItemId[];
  work: Work[];
}

const NOTHING: Asked = { itemIds: [], work: [] };
const toRead = (...itemIds: ItemId[]): Asked => ({ itemIds, work: [] });

/** What an event asks for; nothing when it cannot touch a fact, which then costs neither a point nor a statement. */
export function askedBy(payload: unknown, configuration: Configuration): Asked {
  const event = eventSchema.parse(payload);
  if (event.eventType.endsWith(':issuelink')) return linkWork(event, configuration);
  if (event.eventType.endsWith(':project')) return projectWork(event, configuration);
  if (!event.issue) return NOTHING;
  // A moved issue may have left the enrolled projects: its changelog says so, whatever project it is in now.
  const moved = changedFields(event).some((field) => field === 'project' || field === 'Key');
  if (!moved && !isEnrolled(event.issue.fields?.project?.id, configuration)) return NOTHING;
  if (event.eventType.includes(':updated:') && !changesFact(event, configuration)) return NOTHING;
  return toRead(itemIdOf(event.issue.id));
}

/** What is written in an issue, attached to it or linked from it says something of work that is done, and nothing of other work. */
function changesFact(event: ProductEvent, configuration: Configuration): boolean {
  const fields = changedFields(event);
  if (fields.some((field) => touchesFact(field, configuration))) return true;
  const category = event.issue?.fields?.status?.statusCategory?.key;
  return (category === undefined || category === 'done') && fields.some(saysWhatWasDone);
}

function changedFields(event: ProductEvent): string[] {
  const items = Array.isArray(event.changelog) ? event.changelog : (event.changelog?.items ?? []);
  return items.flatMap((item) => [item.fieldId, item.field].filter((name) => name !== undefined));
}

function linkWork(event: ProductEvent, configuration: Configuration): Asked {
  const ends = [
    [event.sourceIssueId, event.sourceProjectId],
    [event.destinationIssueId, event.destinationProjectId],
  ] as const;
  const itemIds = ends.flatMap(([issueId, projectId]) =>
    issueId !== undefined && (projectId === undefined || isEnrolled(String(projectId), configuration))
      ? [itemIdOf(String(issueId))]
      : [],
  );
  return toRead(...itemIds);
}

function projectWork(event: ProductEvent, configuration: Configuration): Asked {
  const projectId = String(event.project?.id ?? '');
  return isEnrolled(projectId, configuration)
    ? { itemIds: [], work: [{ kind: 'project-changed', projectId }] }
    : NOTHING;
}

function isEnrolled(projectId: string | undefined, configuration: Configuration): boolean {
  return projectId !== undefined && configuration.projects.includes(projectId);
}

const pageEventSchema = z.looseObject({
  selfGenerated: z.boolean().optional(),
  content: z.looseObject({ id: z.union([z.string(), z.number()]) }),
});

/**
 * What an event of Confluence asks for. Only pages that were approved as the AI policy are items, so every other
 * page of the site costs nothing. Confluence events cannot be filtered by `ignoreSelf`, hence the flag of the payload.
 */
export function askedByPage(payload: unknown, configuration: Configuration): Asked {
  const { content, selfGenerated } = pageEventSchema.parse(payload);
  const pageId = String(content.id);
  if (selfGenerated || !configuration.policyPages.includes(pageId)) return NOTHING;
  return toRead(pageItemIdOf(pageId));
}
