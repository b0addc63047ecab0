import { fieldOf } from '../../domain/vocabulary/vocabulary';
import { changedByPeople, readWritten, type WrittenIssue } from '../../jira/written-issue';
import { type IssueForm, type LeftOut, updated } from './issue-form';
import { plainValue } from './plain-value';
import type { Changed } from './plan';

/** What becomes of an issue whose row says something else than at the last import. */
export interface Change {
  work: Changed;
  /** Fields to write, by id, in Jira's form. */
  write: Record<string, unknown>;
  /** Names of fields that people changed in Jira and the file says otherwise: they stay. */
  kept: string[];
  /** Fields that an earlier import filled and the file leaves empty now: they stay unless a person says so. */
  emptied: { id: string; name: string }[];
  /** The file names another state than last time, and Jira does not have it. */
  stateStays: boolean;
  leftOut: LeftOut[];
}

const NAMES: Readonly<Record<string, string>> = { summary: 'Summary', description: 'Description', labels: 'Labels' };
const CATEGORY = { 'to-do': 'new', 'in-progress': 'indeterminate', done: 'done' } as const;

/**
 * Holds what the file says against what Jira has now, and against who wrote that: what a person changed is theirs. The dry
 * run shows it, applying does it.
 * @returns in the order of `works`; null for an issue that is not in Jira any more
 */
export async function changesOfIssues(
  works: readonly Changed[],
  form: IssueForm,
): Promise<{ work: Changed; change: Change | null }[]> {
  if (works.length === 0) return [];
  const wanted = works.map((work) => ({ work, ...updated(work.planned, form) }));
  const fieldIds = new Set<string>();
  for (const { work, fields } of wanted)
    for (const id of [...Object.keys(fields), ...silentFields(work, form).map((field) => field.id)]) fieldIds.add(id);
  const written = await readWritten(
    works.map(({ issueId }) => issueId),
    [...fieldIds],
  );
  const theirs = await changedByPeople(written, [...fieldIds]);
  return wanted.map(({ work, fields, leftOut }) => {
    const issue = written.get(work.issueId);
    if (!issue) return { work, change: null };
    const isTheirs = (id: string) => theirs.get(work.issueId)?.has(id) === true;
    const differing = Object.entries(fields).filter(
      ([id, value]) => plainValue(value) !== plainValue(issue.fields[id]),
    );
    return {
      work,
      change: {
        work,
        write: Object.fromEntries(differing.filter(([id]) => !isTheirs(id))),
        kept: differing.flatMap(([id]) => (isTheirs(id) ? [nameOf(id, form)] : [])),
        emptied: silentFields(work, form).filter(({ id }) => plainValue(issue.fields[id]) !== '' && !isTheirs(id)),
        stateStays: work.was !== undefined && !hasState(issue, work, form),
        leftOut,
      },
    };
  });
}

const silentFields = ({ planned }: Changed, { configuration }: IssueForm): Change['emptied'] =>
  planned.silent.flatMap((key) => {
    const id = configuration.fields[key];
    return id === undefined || configuration.gone[`field:${key}`] !== undefined
      ? []
      : [{ id, name: fieldOf(key).name }];
  });

function hasState(issue: WrittenIssue, { planned: { target } }: Changed, { configuration }: IssueForm): boolean {
  if (target === null) return true;
  if ('stage' in target) return configuration.statuses[issue.statusId]?.includes(`ai-system:${target.stage}`) === true;
  return issue.category === CATEGORY[target.progress];
}

function nameOf(fieldId: string, { configuration }: IssueForm): string {
  const key = Object.keys(configuration.fields).find((candidate) => configuration.fields[candidate] === fieldId);
  return key === undefined ? (NAMES[fieldId] ?? fieldId) : fieldOf(key).name;
}
