import { CalendarDate } from '../../../expression/calendar-date';
import { OPEN, type Scene } from '../../../expression/evaluate';
import { adfText, readAdf } from '../../adf';
import { allFields, type FieldDefinition, valueContextOf } from '../fields/registry';
import type { Issue } from '../model/entities';
import type { Site } from '../site';
import type { RuleScene } from './rule';

/**
 * What a workflow rule's expression is evaluated among. Its names are (types reference of Jira expressions): `issue`, `originalIssue`,
 * `user`, `project`, `config`.
 */
export function expressionScene({ site, actor, project, issue, before }: RuleScene, config: unknown): Scene {
  const now = site.clock.now();
  return {
    names: {
      issue: issueView(site, issue),
      originalIssue: issueView(site, { ...issue, values: before }),
      user: personView(site, actor.accountId),
      project: { id: Number(project.id), key: project.key, name: project.name, style: project.style },
      config,
    },
    now,
    // Sweden writes its dates as JSON does.
    today: new Intl.DateTimeFormat('sv-SE', { timeZone: site.timeZone }).format(now),
  };
}

function personView(site: Site, accountId: unknown): unknown {
  const user = typeof accountId === 'string' ? site.store.users.get(accountId) : undefined;
  if (!user) return null;
  return {
    accountId: user.id,
    displayName: user.displayName,
    groups: site.store.groups.by('member', user.id).map((group) => group.name),
  };
}

/** Properties are computed when they are read: links lead to other issues and back. */
function issueView(site: Site, issue: Issue): Record<string, unknown> {
  const { store } = site;
  const status = store.statuses.get(issue.statusId);
  const type = store.issueTypes.get(issue.typeId);
  const view: Record<string, unknown> = {
    id: Number(issue.id),
    key: issue.key,
    created: new Date(issue.created),
    updated: new Date(issue.updated),
    creator: personView(site, issue.creator),
    issueType: { id: Number(issue.typeId), name: type?.name ?? null },
    status: status
      ? {
          id: Number(status.id),
          name: status.name,
          category: { key: { TODO: 'new', IN_PROGRESS: 'indeterminate', DONE: 'done' }[status.category] },
        }
      : null,
    dueDate: null,
  };
  for (const field of allFields(site)) if (field.kind) view[field.id] = fieldView(site, issue, field);
  view.dueDate = view.duedate;
  Object.defineProperty(view, 'links', { enumerable: true, get: () => links(site, issue) });
  Object.defineProperty(view, 'properties', {
    enumerable: true,
    get: () => {
      const own = store.properties
        .by('owner', `issue:${issue.id}`)
        .map(({ key, value }) => [key, open(value)] as const);
      return open(Object.fromEntries(own));
    },
  });
  return view;
}

/** Of what people and apps write freely any part may be absent, however deep. */
function open(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(open);
  if (typeof value !== 'object' || value === null) return value;
  return { ...Object.fromEntries(Object.entries(value).map(([key, part]) => [key, open(part)])), [OPEN]: true };
}

function links(site: Site, issue: Issue): unknown[] {
  return site.store.links.by('issue', issue.id).flatMap((link) => {
    const outward = link.sourceId === issue.id;
    const type = site.store.linkTypes.get(link.typeId);
    const other = site.store.issues.get(outward ? link.destinationId : link.sourceId);
    if (!type || !other) return [];
    const linked = issueView(site, other);
    return [
      {
        id: Number(link.id),
        type: { id: Number(type.id), name: type.name, inward: type.inward, outward: type.outward },
        direction: outward ? 'outward' : 'inward',
        linkedIssue: linked,
      },
    ];
  });
}

/** A field's value the way expressions see it: dates as dates, rich text as text, options as objects, none as null. */
function fieldView(site: Site, issue: Issue, field: FieldDefinition): unknown {
  const stored = issue.values[field.id];
  const valueContext = valueContextOf(site, field, issue);
  if (stored === undefined || !valueContext || !field.kind) return field.items === undefined ? null : [];
  if (field.kind.type === 'date') return CalendarDate.of(String(stored));
  if (field.kind.jql === 'date') return new Date(Number(field.kind.terms(stored, valueContext)[0]));
  if (field.kind.type === 'user') return personView(site, stored);
  const document = field.kind.jql === 'text' ? readAdf(stored) : null;
  if (document) return { plainText: adfText(document) };
  const shown = field.kind.render(stored, valueContext);
  return typeof shown === 'object' && shown !== null && !Array.isArray(shown) && 'id' in shown
    ? { ...shown, id: Number(shown.id) }
    : shown;
}
