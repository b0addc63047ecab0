import type { Context } from '../context';
import { FACT_FIELDS } from '../domain/vocabulary/vocabulary';
import type { Configuration } from '../store/configuration';
import { SAYING_FIELDS } from './look-for-empty';

/** System fields that facts are made of. */
const SYSTEM_FIELDS = [
  'status',
  'issuetype',
  'project',
  'resolution',
  'resolutiondate',
  'statuscategorychangedate',
  'assignee',
  'reporter',
  'issuelinks',
  'labels',
  'created',
] as const;

/** The field that names a system's owner, where the blueprint has put it. */
export const ownerFields = ({ configuration: { fields } }: Pick<Context, 'configuration'>): string[] =>
  [fields['system-owner'] ?? []].flat();

/** The fields to ask Jira for, by id. */
export function fieldsToRead({ fields }: Configuration): string[] {
  return [...SYSTEM_FIELDS, ...SAYING_FIELDS, ...FACT_FIELDS.flatMap(({ key }) => fields[key] ?? [])];
}

/**
 * Changelog names of system changes that can touch a fact; Jira names links and moves differently from their fields. A security level may
 * take an issue out of the app's sight, or bring it back.
 */
const TOUCHING = new Set<string>([
  ...SYSTEM_FIELDS,
  'security',
  'Link',
  'Key',
  'Workflow',
  'project',
  'issuetype',
  'Project',
  'Issue Type',
]);

/** Changelog names of what done work may say; links to pages have had two. */
const SAYING = new Set<string>([...SAYING_FIELDS, 'Attachment', 'RemoteIssueLink', 'RemoteWorkItemLink']);

/** Whether a changed field tells what was done, which is asked of done work alone. */
export const saysWhatWasDone = (fieldId: string): boolean => SAYING.has(fieldId);

/** Whether a changed field can touch a fact: a comment, a new title or a sprint costs nothing. */
export function touchesFact(fieldId: string, configuration: Configuration): boolean {
  return TOUCHING.has(fieldId) || FACT_FIELDS.some(({ key }) => configuration.fields[key] === fieldId);
}
