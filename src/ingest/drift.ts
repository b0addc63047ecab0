import type { Context } from '../context';
import type { MissingRef } from '../domain/item/unread';
import { requirementOptions } from '../domain/vocabulary/linked';
import { FACT_FIELDS, optionKeyOf } from '../domain/vocabulary/vocabulary';
import { allCustomFields, contextsOf, optionsOf } from '../jira/configuration/field';
import { allIssueTypes } from '../jira/configuration/issue-type';
import { allLinkTypes } from '../jira/configuration/link-type';
import { allResolutions } from '../jira/configuration/resolution';
import { allStatuses } from '../jira/configuration/workflow';
import { type Configuration, changeConfiguration, readConfiguration } from '../store/configuration';
import { noticeResolutions } from '../store/resolutions';

/**
 * Configuration that drifts: what the app reads by is known by id, so a new name changes nothing; what is gone is told, and
 * what rests on it stands as it was last read.
 */

/**
 * Notes at once what issues are no longer read by, such as fields that Jira does not answer; the night reads all others. Costs
 * nothing while nothing new is missing.
 */
export async function miss(
  refs: readonly MissingRef[],
  { configuration, now }: Pick<Context, 'configuration' | 'now'>,
): Promise<void> {
  const fresh = [...new Set(refs)].filter((ref) => configuration.gone[ref] === undefined);
  if (fresh.length === 0) return;
  const at = now();
  await changeConfiguration((before) => ({
    ...before,
    gone: { ...Object.fromEntries(fresh.map((ref) => [ref, at])), ...before.gone },
    readAllSince: at,
  }));
}

/**
 * Those of some link types and statuses that Jira has no more. It forgets the links with their type, gives issues another status
 * with the workflow, and tells nobody why: whoever reads an issue that has lost them asks before believing it.
 */
export async function missingOf(
  suspects: ReadonlySet<MissingRef>,
  { configuration }: Pick<Context, 'configuration'>,
): Promise<MissingRef[]> {
  const any = (kind: string) => [...suspects].some((ref) => ref.startsWith(kind));
  const lost = [
    ...(any('link-type:') ? absent('link-type', configuration.linkTypes, ids(await allLinkTypes())) : []),
    ...(any('status:') ? statusesGone(configuration, ids(await allStatuses())) : []),
  ];
  return lost.filter((ref) => suspects.has(ref));
}

/**
 * Compares what the app knows by id with what Jira has, every night: notes what is gone, forgets what is back, and learns
 * the ids of options that it knew by their text alone (installations of 0.1.0, contexts that people made).
 * @returns the same with the configuration as it is now
 */
export async function lookForDrift(context: Context): Promise<Context> {
  const { configuration, now } = context;
  if (configuration.projects.length === 0) return context;
  const there = new Set((await allCustomFields()).map(({ id }) => id));
  const options = await currentOptions(configuration, there);
  const lost = [
    ...absent('field', configuration.fields, there),
    ...absent('issue-type', configuration.issueTypes, ids(await allIssueTypes())),
    ...absent('link-type', configuration.linkTypes, ids(await allLinkTypes())),
    ...statusesGone(configuration, ids(await allStatuses())),
    ...optionsGone(configuration, options),
  ];
  const at = now();
  const notice = noticeResolutions(await allResolutions());
  const texts = new Map(requirementOptions(context.catalogue).map(({ key, text }) => [text, key]));
  await changeConfiguration((before) => ({
    ...notice(before),
    options: learned(before, options, texts),
    gone: Object.fromEntries(lost.map((ref) => [ref, before.gone[ref] ?? at])),
    readAllSince: isSame(lost, Object.keys(before.gone)) ? before.readAllSince : at,
  }));
  return { ...context, configuration: await readConfiguration() };
}

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  [...new Set(some)].sort().join() === [...others].sort().join();

const ids = (objects: readonly { id: string }[]): Set<string> => new Set(objects.map(({ id }) => id));

const absent = (kind: string, known: Readonly<Record<string, string>>, there: ReadonlySet<string>): string[] =>
  Object.entries(known).flatMap(([key, id]) => (there.has(id) ? [] : [`${kind}:${key}`]));

const statusesGone = ({ statuses }: Configuration, there: ReadonlySet<string>): string[] =>
  Object.entries(statuses).flatMap(([id, keys]) => (there.has(id) ? [] : keys.map((key) => `status:${key}`)));

type Options = ReadonlyMap<string, readonly { id: string; value: string }[]>;

/** The options of every context of the fields that facts read, by the field's key. */
async function currentOptions({ fields }: Configuration, there: ReadonlySet<string>): Promise<Options> {
  const found = new Map<string, { id: string; value: string }[]>();
  for (const { key, type } of FACT_FIELDS) {
    const fieldId = fields[key];
    if (fieldId === undefined || !there.has(fieldId) || !type.includes('select')) continue;
    const contexts = await contextsOf(fieldId, false);
    const lists = await Promise.all(contexts.map(({ id }) => optionsOf(fieldId, id)));
    found.set(key, lists.flat());
  }
  return found;
}

/** An option is gone when no context of the field has one of its meaning any more. */
function optionsGone({ options }: Configuration, current: Options): string[] {
  return [...current].flatMap(([field, list]) => {
    const known = options[field] ?? {};
    const left = new Set(list.map(({ id }) => known[id]));
    return [...new Set(Object.values(known))].filter((key) => !left.has(key)).map((key) => `option:${field}:${key}`);
  });
}

/** Option ids that are new, by what their texts mean. */
function learned(
  { options, requirementOptions: kept }: Configuration,
  current: Options,
  texts: ReadonlyMap<string, string>,
): Configuration['options'] {
  const byRequirement = new Map(Object.entries(kept).map(([requirement, id]) => [id, requirement]));
  const fields = [...current].map(([field, list]) => {
    const fresh = list.flatMap(({ id, value }) => {
      const key =
        field === 'aims-requirements' ? (byRequirement.get(id) ?? texts.get(value)) : optionKeyOf(field, value);
      return key === undefined || key === null ? [] : [[id, key] as const];
    });
    return [field, { ...Object.fromEntries(fresh), ...options[field] }] as const;
  });
  return { ...options, ...Object.fromEntries(fields) };
}
