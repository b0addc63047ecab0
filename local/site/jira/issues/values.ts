import { JiraError } from '../errors';
import { type ValueContext, ValueError } from '../fields/kinds';
import { type FieldDefinition, valueContextOf } from '../fields/registry';
import type { ChangeItem, Issue, Project } from '../model/entities';
import { hasProject } from '../permissions/access';
import { type Actor, personActor } from '../permissions/actor';
import { isMember, levelNamed, SECURITY } from '../permissions/security';
import type { Site } from '../site';

export type Values = Readonly<Record<string, unknown>>;
type Place = { readonly projectId: string; readonly typeId: string };
/** One operation of an `update` list: `{"add": …}`, `{"set": …}`, `{"remove": …}`. */
export type Operation = Readonly<Record<string, unknown>>;

const NOT_ON_SCREEN = (field: string): string =>
  `Field '${field}' cannot be set. It is not on the appropriate screen, or unknown.`;

/**
 * Applies `fields` and `update` of an issue request to stored values.
 * Errors: 400 with a message for every field that may not be set or whose value does not fit.
 */
export function applyInput(
  site: Site,
  actor: Actor,
  project: Project,
  place: Place,
  settable: ReadonlyMap<string, FieldDefinition>,
  before: Values,
  input: { readonly fields: Values; readonly update: Readonly<Record<string, readonly Operation[]>> },
): Values {
  const errors: Record<string, string> = {};
  const values: Record<string, unknown> = { ...before };
  const operations = [
    ...Object.entries(input.fields).map(([id, value]) => [id, [{ set: value }]] as const),
    ...Object.entries(input.update),
  ];
  for (const [id, list] of operations) {
    const field = settable.get(id);
    const valueContext = field && valueContextOf(site, field, place);
    if (!field?.kind || !valueContext) {
      errors[id] = NOT_ON_SCREEN(id);
      continue;
    }
    try {
      for (const operation of list) {
        const value = operate(field, valueContext, values[id], operation);
        checkPerson(site, actor, project, id, value, values);
        if (value === null) delete values[id];
        else values[id] = value;
      }
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      errors[id] = error.message;
    }
  }
  if (Object.keys(errors).length > 0) throw new JiraError(400, [], { fields: errors });
  return values;
}

function operate(field: FieldDefinition, valueContext: ValueContext, stored: unknown, operation: Operation): unknown {
  const [name, input] = Object.entries(operation)[0] ?? ['', undefined];
  const { kind } = field;
  if (!kind?.operations.includes(name)) {
    throw new ValueError(
      `The operation '${name}' is not supported for field '${field.id}'; use ${kind?.operations.join(', ')}.`,
    );
  }
  if (name === 'set') return input === null ? null : kind.parse(input, valueContext);
  const [value] = (kind.parse([input], valueContext) as unknown[] | null) ?? [];
  const rest = ((stored as unknown[] | undefined) ?? []).filter((item) => item !== value);
  const next = name === 'add' ? [...rest, value] : rest;
  return next.length === 0 ? null : next;
}

/** The permissions behind the two people of an issue, and behind its security level. */
function checkPerson(site: Site, actor: Actor, project: Project, id: string, value: unknown, values: Values): void {
  if (value === values[id]) return;
  if (id === SECURITY && !maySetLevel(site, actor, project, value, values)) throw new ValueError(NOT_ON_SCREEN(id));
  if (id === 'reporter' && value !== actor.accountId && !hasProject(site, actor, 'MODIFY_REPORTER', project)) {
    throw new ValueError(NOT_ON_SCREEN(id));
  }
  if (id !== 'assignee') return;
  if (!hasProject(site, actor, 'ASSIGN_ISSUES', project)) throw new ValueError(NOT_ON_SCREEN(id));
  if (typeof value !== 'string') return;
  if (!hasProject(site, personActor(value), 'ASSIGNABLE_USER', project)) {
    throw new ValueError(`User '${site.store.users.get(value)?.displayName}' cannot be assigned issues.`);
  }
}

/** Whether somebody may give a level: with Set issue security, and only one whose issues he would see. */
function maySetLevel(site: Site, actor: Actor, project: Project, value: unknown, values: Values): boolean {
  if (!hasProject(site, actor, 'SET_ISSUE_SECURITY', project)) return false;
  const level = typeof value === 'string' ? levelNamed(site, value)?.level : undefined;
  return level === undefined || isMember(site, actor, level, project, { values });
}

/** What the change history says of the difference between two versions of an issue's values. */
export function changedItems(
  site: Site,
  place: Place,
  before: Values,
  after: Values,
  definitionOf: (id: string) => FieldDefinition | undefined,
): ChangeItem[] {
  const items: ChangeItem[] = [];
  for (const id of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const field = definitionOf(id);
    const valueContext = field && (valueContextOf(site, field, place) ?? { site, context: null });
    if (!field?.kind || !valueContext || JSON.stringify(before[id]) === JSON.stringify(after[id])) continue;
    const { kind } = field;
    const describe = (value: unknown) =>
      value === undefined ? { id: null, text: null } : kind.describe(value, valueContext);
    const from = describe(before[id]);
    const to = describe(after[id]);
    items.push({
      field: field.custom ? field.name : field.id,
      fieldId: field.id,
      fieldtype: field.custom ? 'custom' : 'jira',
      from: from.id,
      fromString: from.text,
      to: to.id,
      toString: to.text,
    });
  }
  return items;
}

/** A history item for something that is no field value: a status or a link. */
export function changeItem(
  field: string,
  from: { id: string | null; text: string | null },
  to: { id: string | null; text: string | null },
): ChangeItem {
  return {
    field,
    fieldId: field.toLowerCase(),
    fieldtype: 'jira',
    from: from.id,
    fromString: from.text,
    to: to.id,
    toString: to.text,
  };
}

/** Stores an issue with what has changed in its history. Nothing is stored when nothing has changed. */
export function storeChange(site: Site, author: string, issue: Issue, items: readonly ChangeItem[]): Issue {
  if (items.length === 0) return issue;
  const now = site.clock.now();
  site.store.changes.put({ id: site.store.nextId('change'), issueId: issue.id, author, created: now, items });
  return site.store.issues.put({ ...issue, updated: Math.max(now, issue.updated) });
}
