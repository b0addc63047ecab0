import type { Context } from '../../context';
import type { Input, Output } from '../../contract/procedures';
import { itemIdOf } from '../../domain/item/item-id';
import { AppError } from '../../errors';
import {
  canEditField,
  changeOption,
  changeProperty,
  linkIssues,
  placeOfIssue,
  projectOfIssue,
} from '../../jira/edit-as-user';
import { jqlText, jqlWords, searchAsViewer } from '../../jira/viewed-issue';
import { askToRead } from '../../queue/facts-queue';
import { forgetOwn, witnessOwn } from '../../store/property-witness';
import { requirementOf } from '../coverage/seen';
import type { UseCase } from '../use-case';
import { visibleProjects } from '../visible';

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
async function mustTakePart(issueId: string, { configuration }: Pick<Context, 'configuration'>): Promise<void> {
  if (!configuration.projects.includes(await projectOfIssue(issueId))) throw new AppError('setup-not-started');
}

/** Names a requirement on the issue: in the field where the user can set it there, else in the issue property. */
export async function nameRequirement(
  input: Input<'issue.addRequirement'>,
  context: Pick<Context, 'requirements' | 'configuration' | 'now'>,
): Promise<Output<'issue.addRequirement'>> {
  const { issueId } = input;
  await mustTakePart(issueId, context);
  const option = optionOf(input, context);
  if (option && (await canEditField(issueId, option.fieldId))) {
    await changeOption(issueId, option.fieldId, option.optionId, 'add');
    return written([issueId], 'field');
  }
  await changeWitnessed(input, 'add', context);
  return written([issueId], 'property');
}

export const addRequirement: UseCase<'issue.addRequirement', 'requirements' | 'configuration' | 'now'> =
  nameRequirement;

/** Takes the requirement out of both places, for both are read alike. */
export const removeRequirement: UseCase<'issue.removeRequirement', 'requirements' | 'configuration' | 'now'> = async (
  input,
  context,
) => {
  const { issueId } = input;
  const option = optionOf(input, context);
  const inField = option !== null && (await canEditField(issueId, option.fieldId));
  if (inField) await changeOption(issueId, option.fieldId, option.optionId, 'remove');
  const inProperty = await changeWitnessed(input, 'remove', context);
  return written([issueId], inField && !inProperty ? 'field' : 'property');
};

/**
 * Writes the property with a witness that the app did: before, for a reading may come in between. Jira keeps no history of
 * properties, so whatever has no witness was written past the app.
 */
async function changeWitnessed(
  { issueId, requirementId }: Input<'issue.addRequirement'>,
  verb: 'add' | 'remove',
  { now }: Pick<Context, 'now'>,
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
  context: Pick<Context, 'requirements' | 'configuration'>,
): { fieldId: string; optionId: string } | null {
  requirementOf(requirementId, context);
  const { configuration } = context;
  const fieldId = configuration.fields['aims-requirements'];
  const optionId = configuration.requirementOptions[requirementId];
  return fieldId && optionId ? { fieldId, optionId } : null;
}

/** From the issue to the other one, or, with `in`, from the other one to the issue: then that one is read anew, too. */
export const addLink: UseCase<'issue.addLink', 'configuration'> = async (
  { issueId, role, targetKey, direction },
  context,
) => {
  await mustTakePart(issueId, context);
  const linkTypeId = context.configuration.linkTypes[role];
  if (!linkTypeId) throw new AppError('setup-not-started');
  const key = targetKey.toUpperCase();
  if (direction !== 'in') {
    await linkIssues({ id: issueId }, linkTypeId, { key });
    return written([issueId], 'link');
  }
  const other = await placeOfIssue(key);
  if (!context.configuration.projects.includes(other.projectId)) throw new AppError('setup-not-started');
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
export const issueSearch: UseCase<'issue.search', 'configuration'> = async ({ issueId, role, text }, context) => {
  const { issueTypes } = context.configuration;
  // Jira refuses a query that names a project which the viewer may not browse.
  const projects = await visibleProjects(null, context);
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
export const requirementsList: UseCase<'requirements.list', 'catalogue'> = async (_input, { catalogue }) => ({
  requirements: catalogue.requirements.map(({ id, title, scopeLevel }) => ({ id, title, scopeLevel })),
});
