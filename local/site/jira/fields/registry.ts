import type { CustomField, FieldContext } from '../model/entities';
import { SECURITY, schemeOf } from '../permissions/security';
import type { Site } from '../site';
import * as kinds from './kinds';
import { parent } from './parent';
import { securityLevel } from './security';

const PLUGIN = 'com.atlassian.jira.plugin.system.customfieldtypes:';

const CUSTOM_KINDS: Readonly<Record<string, { kind: kinds.FieldKind; label: string; hasOptions?: true }>> = {
  textfield: { kind: kinds.text, label: 'Short text' },
  textarea: { kind: kinds.richText, label: 'Paragraph' },
  select: { kind: kinds.option, label: 'Dropdown', hasOptions: true },
  radiobuttons: { kind: kinds.option, label: 'Radio Buttons', hasOptions: true },
  multiselect: { kind: kinds.options, label: 'Select List (multiple choices)', hasOptions: true },
  multicheckboxes: { kind: kinds.options, label: 'Checkboxes', hasOptions: true },
  datepicker: { kind: kinds.date, label: 'Date' },
  datetime: { kind: kinds.dateTime, label: 'Time stamp' },
  float: { kind: kinds.number, label: 'Number' },
  userpicker: { kind: kinds.user, label: 'People' },
  multiuserpicker: { kind: kinds.users, label: 'User Picker (multiple users)' },
  labels: { kind: kinds.labels, label: 'Labels' },
  url: { kind: kinds.url, label: 'URL' },
};

/** The types that a custom field of this site can have, as full keys. */
export const CUSTOM_FIELD_TYPES: readonly string[] = Object.keys(CUSTOM_KINDS).map((type) => `${PLUGIN}${type}`);

export const hasOptions = (field: CustomField): boolean =>
  CUSTOM_KINDS[field.type.slice(PLUGIN.length)]?.hasOptions === true;

export const typeLabel = (field: CustomField): string =>
  CUSTOM_KINDS[field.type.slice(PLUGIN.length)]?.label ?? field.type;

export interface FieldDefinition {
  readonly id: string;
  readonly name: string;
  readonly custom: CustomField | null;
  /** Null for fields that Jira itself sets. */
  readonly kind: kinds.FieldKind | null;
  /** Schema of a field without a kind. */
  readonly schemaType: string;
  readonly items?: string;
  readonly clauseNames: readonly string[];
  readonly screenable: boolean;
}

const editable = (id: string, name: string, kind: kinds.FieldKind, clauseNames: string[] = [id]): FieldDefinition => ({
  id,
  name,
  custom: null,
  kind,
  schemaType: kind.type,
  ...(kind.items === undefined ? {} : { items: kind.items }),
  clauseNames,
  screenable: id !== 'parent',
});
const readOnly = (
  id: string,
  name: string,
  schemaType: string,
  clauseNames: string[],
  items?: string,
): FieldDefinition => ({
  id,
  name,
  custom: null,
  kind: null,
  schemaType,
  ...(items === undefined ? {} : { items }),
  clauseNames,
  screenable: id === 'issuelinks' || id === 'issuetype' || id === 'attachment',
});

/** The fields that every site has, in the order in which they are shown. */
export const SYSTEM_FIELDS: readonly FieldDefinition[] = [
  readOnly('project', 'Project', 'project', ['project']),
  readOnly('issuetype', 'Issue Type', 'issuetype', ['issuetype', 'type', 'workitemtype']),
  editable('summary', 'Summary', kinds.text),
  editable('description', 'Description', kinds.richText),
  editable('environment', 'Environment', kinds.richText),
  editable('assignee', 'Assignee', kinds.user),
  editable('reporter', 'Reporter', kinds.user),
  editable('priority', 'Priority', kinds.priority),
  editable('labels', 'Labels', kinds.labels),
  editable('duedate', 'Due date', kinds.date, ['due', 'duedate']),
  editable('resolution', 'Resolution', kinds.resolution),
  editable('parent', 'Parent', parent),
  editable(SECURITY, 'Security Level', securityLevel, ['level']),
  readOnly('issuelinks', 'Linked Issues', 'array', ['issueLink'], 'issuelinks'),
  readOnly('attachment', 'Attachment', 'array', ['attachments'], 'attachment'),
  readOnly('watches', 'Watchers', 'watches', ['watchers']),
  readOnly('comment', 'Comment', 'comments-page', ['comment']),
  readOnly('status', 'Status', 'status', ['status']),
  readOnly('statusCategory', 'Status Category', 'statusCategory', ['statusCategory']),
  readOnly('statuscategorychangedate', 'Status Category Changed', 'datetime', ['statusCategoryChangedDate']),
  readOnly('creator', 'Creator', 'user', ['creator']),
  readOnly('created', 'Created', 'datetime', ['created', 'createdDate']),
  readOnly('updated', 'Updated', 'datetime', ['updated', 'updatedDate']),
  readOnly('resolutiondate', 'Resolved', 'datetime', ['resolutiondate', 'resolved']),
  readOnly('subtasks', 'Sub-tasks', 'array', ['subtasks'], 'issuelinks'),
];

const SYSTEM = new Map(SYSTEM_FIELDS.map((field) => [field.id, field]));

function ofCustom(field: CustomField): FieldDefinition {
  const type = CUSTOM_KINDS[field.type.slice(PLUGIN.length)];
  if (!type) throw new Error(`Custom field type ${field.type} is unknown.`);
  const number = field.id.slice('customfield_'.length);
  const { kind } = type;
  return {
    id: field.id,
    name: field.name,
    custom: field,
    kind,
    schemaType: kind.type,
    ...(kind.items === undefined ? {} : { items: kind.items }),
    clauseNames: [`cf[${number}]`, field.name],
    screenable: true,
  };
}

/** The field with that id, unless it does not exist or lies in the trash. */
export function fieldById(site: Site, id: string): FieldDefinition | undefined {
  const system = SYSTEM.get(id);
  if (system) return system;
  const custom = site.store.fields.get(id);
  return custom && !custom.trashed ? ofCustom(custom) : undefined;
}

export function allFields(site: Site): FieldDefinition[] {
  const custom = site.store.fields.all().filter((field) => !field.trashed);
  return [...SYSTEM_FIELDS, ...custom.map(ofCustom)];
}

/** Jira's `JsonTypeBean` of a field. */
export function fieldSchema(field: FieldDefinition): Record<string, unknown> {
  const items = field.items === undefined ? {} : { items: field.items };
  if (!field.custom) return { type: field.schemaType, ...items, system: field.id };
  return {
    type: field.schemaType,
    ...items,
    custom: field.custom.type,
    customId: Number(field.id.slice('customfield_'.length)),
  };
}

/**
 * The context of a custom field that covers a project and issue type, or undefined. A context that names the project
 * goes before the global one.
 */
export function coveringContext(
  site: Site,
  fieldId: string,
  projectId: string,
  typeId: string,
): FieldContext | undefined {
  const fits = (context: FieldContext) => context.issueTypeIds.length === 0 || context.issueTypeIds.includes(typeId);
  const contexts = site.store.contexts.by('field', fieldId);
  const named = contexts.filter((context) => context.projectIds.includes(projectId));
  if (named.length > 0) return named.find(fits);
  return contexts.find((context) => context.projectIds.length === 0 && fits(context));
}

/** The context in which an issue's value of a field is read and shown, or undefined where the field has no context. */
export function valueContextOf(
  site: Site,
  field: FieldDefinition,
  issue: { readonly projectId: string; readonly typeId: string },
): kinds.ValueContext | undefined {
  // Without a scheme an issue has no level, so that the field is not shown.
  if (field.id === SECURITY && !schemeOf(site, site.store.projects.get(issue.projectId))) return undefined;
  if (!field.custom) return { site, context: null, projectId: issue.projectId };
  const context = coveringContext(site, field.id, issue.projectId, issue.typeId);
  return context && { site, context };
}
