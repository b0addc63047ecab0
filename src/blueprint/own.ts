import type { Option } from '../domain/vocabulary/field';
import type { ObservedContext } from '../jira/configuration/field';
import type { ObservedIssueType } from '../jira/configuration/issue-type';
import type { ObservedLinkType } from '../jira/configuration/link-type';
import type { NamedScreen, ObservedScreenScheme } from '../jira/configuration/screen';
import type { ObservedStatus, ObservedWorkflow } from '../jira/configuration/workflow';
import { freeName, type Identity, identify, isBare, isOwn, type Ref, sameName } from './identity';
import type { Observed, ObservedFieldState } from './observed';
import { JIRA_FIELD_TYPES, type WantedField } from './wanted/fields';
import type { WantedLinkType } from './wanted/link-types';
import { named } from './wanted/names';
import type { Wanted } from './wanted/wanted';
import type { WantedStatus, WantedWorkType } from './wanted/work-types';

/** Which object of the site stands for each wanted one, kind by kind. Pure. */

export const refs = {
  issueType: (type: WantedWorkType): Ref => `issue-type:${type.key}`,
  status: (status: WantedStatus): Ref => `status:${status.key}`,
  linkType: (type: WantedLinkType): Ref => `link-type:${type.role}`,
  workflow: (type: WantedWorkType): Ref => `workflow:${type.key}`,
  field: (field: WantedField): Ref => `field:${field.key}`,
  context: (field: WantedField): Ref => `context:${field.key}`,
  firstContext: (field: WantedField): Ref => `first-context:${field.key}`,
  screen: (type: WantedWorkType): Ref => `screen:${type.key}`,
  screenScheme: (type: WantedWorkType): Ref => `screen-scheme:${type.key}`,
} as const;

export const issueTypeOf = (type: WantedWorkType, { issueTypes, known }: Observed): Identity<ObservedIssueType> =>
  identify(refs.issueType(type), type.name, issueTypes, known, ({ subtask }) => !subtask);

/** A status holds no data, so one of the same name and category is used as it is; nothing about it is changed. */
export function statusOf(status: WantedStatus, { statuses, known }: Observed): Identity<ObservedStatus> {
  const identity = identify(refs.status(status), status.name, statuses, known);
  const found = identity.found ?? identity.namesakes.find(({ category }) => category === status.category);
  return { ...identity, found };
}

/**
 * A link type has no description to carry a marker. One that reads word for word as the app's and appeared while the app was
 * about to make it is the one that it made.
 */
export function linkTypeOf(type: WantedLinkType, { linkTypes, known }: Observed): Identity<ObservedLinkType> {
  const ref = refs.linkType(type);
  const identity = identify(ref, type.name, linkTypes, known, (candidate) => readsAlike(type, candidate));
  if (identity.found || !known.making.has(ref)) return identity;
  return { ...identity, found: identity.namesakes.find((candidate) => readsAlike(type, candidate)) };
}

const readsAlike = (type: WantedLinkType, { inward, outward }: ObservedLinkType): boolean =>
  sameName(inward, type.inward) && sameName(outward, type.outward);

export const workflowOf = (type: WantedWorkType, { workflows, known }: Observed): Identity<ObservedWorkflow> =>
  identify(refs.workflow(type), type.workflow, workflows, known);

export const screenOf = (type: WantedWorkType, { screens, known }: Observed): Identity<NamedScreen> =>
  identify(refs.screen(type), named.screen(type.name), screens, known);

export const screenSchemeOf = (type: WantedWorkType, observed: Observed): Identity<ObservedScreenScheme> =>
  identify(refs.screenScheme(type), named.screenScheme(type.name), observed.screenSchemes, observed.known);

export function fieldOf(field: WantedField, observed: Observed): Identity<ObservedFieldState> {
  const candidates = observed.fields.get(field.key) ?? [];
  const identity = identify(refs.field(field), field.name, candidates, observed.known, (candidate) =>
    isAdoptable(field, candidate, observed),
  );
  return { ...identity, name: freeName(field.name, observed.fieldNames) };
}

/**
 * Whether a field of the app's own, made by an earlier version, says nothing to people yet. What people wrote there, or took away
 * beside the marker, is theirs.
 */
export const lacksHelp = (field: WantedField, state: ObservedFieldState, { known }: Observed): boolean =>
  isOwn(refs.field(field), state, known) && isBare(refs.field(field), state.description);

/**
 * Whether a field of the wanted name can be used for it: not where it has another type, Jira has locked it, or its context
 * holds this project for some issue types only.
 */
export function isAdoptable(field: WantedField, candidate: ObservedFieldState, observed: Observed): boolean {
  if (candidate.type !== JIRA_FIELD_TYPES[field.type].type || candidate.isLocked) return false;
  const context = candidate.contexts.find(({ projectIds }) => projectIds.includes(observed.project.id));
  if (context && isOwn(refs.context(field), context, observed.known)) return true;
  return context === undefined || context.issueTypeIds.length === 0;
}

/**
 * The context whose options the project's issues use: the one that names the project, else one for all projects. The one
 * that Jira makes with a new field does not count, for it goes again.
 */
export function contextOf(
  field: WantedField,
  state: ObservedFieldState,
  observed: Observed,
): ObservedContext | undefined {
  const lasting = state.contexts.filter(({ id }) => id !== observed.known.made[refs.firstContext(field)]);
  return (
    lasting.find(({ projectIds }) => projectIds.includes(observed.project.id)) ??
    lasting.find(({ isGlobal }) => isGlobal)
  );
}

/**
 * The context that further projects join: the app's own, else one that enrolled projects use already (as in installations
 * of versions that kept no ids of contexts).
 */
export function joinedContext(
  field: WantedField,
  state: ObservedFieldState,
  { known }: Observed,
): ObservedContext | undefined {
  const narrow = state.contexts.filter(({ isGlobal }) => !isGlobal);
  const own = narrow.find((context) => isOwn(refs.context(field), context, known));
  // A context of the customer's is never given further projects.
  if (own || !isOwn(refs.field(field), state, known)) return own;
  return narrow.find(({ projectIds }) => projectIds.some((projectId) => known.projects.has(projectId)));
}

export interface OwnIssueType {
  key: string;
  id: string;
  name: string;
  /** The app's workflow for it, as it is called on this site; null before it is made. */
  workflow: { id: string; name: string } | null;
  /** The customer's own, in use in this project already: its workflow and screens are left alone. */
  leftAlone: boolean;
}

/** The site's issue types that stand for the app's work types, as far as they exist. */
export function ownIssueTypes(wanted: Wanted, observed: Observed): OwnIssueType[] {
  return wanted.workTypes.flatMap((type) => {
    const found = issueTypeOf(type, observed).found;
    if (!found) return [];
    const workflow = workflowOf(type, observed).found;
    const inUse = observed.issueTypeScheme.issueTypeIds.includes(found.id);
    return {
      key: type.key,
      id: found.id,
      name: found.name,
      workflow: workflow ? { id: workflow.id, name: workflow.name } : null,
      leftAlone:
        inUse && !isOwn(refs.issueType(type), found, observed.known) && !isMapped(found.id, workflow, observed),
    };
  });
}

const isMapped = (typeId: string, workflow: ObservedWorkflow | undefined, { workflowScheme }: Observed): boolean =>
  workflow !== undefined && workflowScheme.mappings[typeId] === workflow.name;

/** Options that a field lacks in the context that the project uses: known by id, or by their text before they are kept. */
export function missingOptions(
  field: WantedField,
  options: ReadonlyMap<string, string>,
  { known }: Pick<Observed, 'known'>,
): Option[] {
  const keys = new Set([...options.values()].map((id) => known.options[field.key]?.[id]));
  return (field.options ?? []).filter(({ key, text }) => !keys.has(key) && !options.has(text));
}
