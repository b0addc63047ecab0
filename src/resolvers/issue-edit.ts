import type { Input, Output } from '../contract/procedures';
import { itemIdOf } from '../domain/item/item-id';
import { AppError } from '../errors';
import type { Ingest } from '../ingest/collaborators';
import {
  canEditField,
  changeOption,
  changeProperty,
  linkIssues,
  placeOfIssue,
  projectOfIssue,
} from '../jira/edit-as-user';
import { jqlText, jqlWords, searchAsViewer } from '../jira/viewed-issue';
import { askToRead } from '../queue/facts-queue';
import { forgetOwn, witnessOwn } from '../store/property-witness';
import type { Handler } from './define';
import { requirementOf } from './requirement';
import { visibleProjects } from './visible';

const FOUND = 10;

/** Jira sends no event for a property, and none to the app for its own writes: whoever writes asks for the reading. */
const written = async (
  issueIds: readonly string[],
  where: Output<'issue.addLink'>['written'],
): Promise<Output<'issue.addLink'>> => {
  await askToRead(issueIds.map(itemIdOf));
  return { written: where };
};

/** Outside the projects that take part nothing is counted, so nothing is written there either. What stands there may go. */
async function mustTakePart(issueId: string, { configuration }: Ingest): Promise<void> {
  if (!configuration.projects.includes(await projectOfIssue(issueId))) throw new AppError('setup-not-started');
}

/** Names a requirement on the issue: in the field where the user can set it there, else in the issue property. */
export const addRequirement: Handler<'issue.addRequirement'> = async (input, ingest) => {
  const { issueId } = input;
  await mustTakePart(issueId, ingest);
  const option = optionOf(input, ingest);
  if (option && (await canEditField(issueId, option.fieldId))) {
    await changeOption(issueId, option.fieldId, option.optionId, 'add');
    return written([issueId], 'field');
  }
  await changeWitnessed(input, 'add', ingest);
  return written([issueId], 'property');
};

/** Takes the requirement out of both places, for both are read alike. */
export const removeRequirement: Handler<'issue.removeRequirement'> = async (input, ingest) => {
  const { issueId } = input;
  const option = optionOf(input, ingest);
  const inField = option !== null && (await canEditField(issueId, option.fieldId));
  if (inField) await changeOption(issueId, option.fieldId, option.optionId, 'remove');
  const inProperty = await changeWitnessed(input, 'remove', ingest);
  return written([issueId], inField && !inProperty ? 'field' : 'property');
};

/**
 * Writes the property with a witness that the app did: before, for a reading may come in between. Jira keeps no history of
 * properties, so whatever has no witness was written past the app.
 */
async function changeWitnessed(
  { issueId, requirementId }: Input<'issue.addRequirement'>,
  verb: 'add' | 'remove',
  { now }: Ingest,
): Promise<boolean> {
  const entry = { itemId: itemIdOf(issueId), requirementId, named: verb === 'add', at: now() };
  await witnessOwn(entry);
  let written = false;
  try {
    written = await changeProperty(issueId, requirementId, verb);
    return written;
  } finally {
    // Refused by Jira, or so already: then the app wrote nothing.
    if (!written) await forgetOwn(entry);
  }
}

function optionOf(
  { requirementId }: Input<'issue.addRequirement'>,
  ingest: Ingest,
): { fieldId: string; optionId: string } | null {
  requirementOf(requirementId, ingest);
  const { configuration } = ingest;
  const fieldId = configuration.fields['aims-requirements'];
  const optionId = configuration.requirementOptions[requirementId];
  return fieldId && optionId ? { fieldId, optionId } : null;
}

/** From the issue to the other one, or, with `in`, from the other one to the issue: then that one is read anew, too. */
export const addLink: Handler<'issue.addLink'> = async ({ issueId, role, targetKey, direction }, ingest) => {
  await mustTakePart(issueId, ingest);
  const linkTypeId = ingest.configuration.linkTypes[role];
  if (!linkTypeId) throw new AppError('setup-not-started');
  const key = targetKey.toUpperCase();
  if (direction !== 'in') {
    await linkIssues({ id: issueId }, linkTypeId, { key });
    return written([issueId], 'link');
  }
  const other = await placeOfIssue(key);
  if (!ingest.configuration.projects.includes(other.projectId)) throw new AppError('setup-not-started');
  await linkIssues({ id: other.issueId }, linkTypeId, { id: issueId });
  return written([other.issueId, issueId], 'link');
};

/** The issue type at the other end, where a role asks for one. */
const TARGET_TYPES: Readonly<Record<Input<'issue.search'>['role'], string | null>> = {
  concerns: 'ai-system',
  treats: 'ai-risk',
  corrects: 'nonconformity',
  evidences: null,
};

/** Issues by key or words, newest first where nothing is typed yet: two or three calls as the viewer. */
export const issueSearch: Handler<'issue.search'> = async ({ issueId, role, text }, ingest) => {
  const { issueTypes } = ingest.configuration;
  // Jira refuses a query that names a project which the viewer may not browse.
  const projects = await visibleProjects(null, ingest);
  if (projects.length === 0) return { issues: [] };
  const type = issueTypes[TARGET_TYPES[role] ?? ''];
  const among = [
    `project IN (${projects.map(Number).join(', ')})`,
    ...(type ? [`issuetype = ${Number(type)}`] : []),
    `id != ${Number(issueId)}`,
  ].join(' AND ');
  const byKey = /^[A-Za-z][A-Za-z0-9_]*-\d+$/.test(text)
    ? await withKey(`${among} AND key = ${jqlText(text.toUpperCase())}`)
    : [];
  const words = jqlWords(text);
  const byWords =
    byKey.length > 0
      ? []
      : await searchAsViewer(`${among}${words ? ` AND summary ~ ${words}` : ''} ORDER BY updated DESC`, FOUND);
  return { issues: [...byKey, ...byWords] };
};

/** Jira refuses a query for a key that does not exist, or that the user may not see: then nothing is found by it. */
async function withKey(jql: string): ReturnType<typeof searchAsViewer> {
  try {
    return await searchAsViewer(jql, 1);
  } catch (error) {
    if (error instanceof AppError && error.code === 'jira-rejected') return [];
    throw error;
  }
}

/** The catalogue's requirements, to be searched on screen. */
export const requirementsList: Handler<'requirements.list'> = async (_input, { catalogue }) => ({
  requirements: catalogue.requirements.map(({ id, title, scopeLevel }) => ({ id, title, scopeLevel })),
});
