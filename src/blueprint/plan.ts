import { type Difference, type FieldAddition, type Step, step } from '../domain/setup/step';
import { isOwn } from './identity';
import type { Observed, ObservedFieldState } from './observed';
import {
  contextOf,
  fieldOf,
  issueTypeOf,
  lacksHelp,
  linkTypeOf,
  missingOptions,
  refs,
  screenSchemeOf,
  statusOf,
  workflowOf,
} from './own';
import { planIssueTypeScheme, planIssueTypeScreenScheme, planWorkflowScheme } from './plan-schemes';
import { planScreen } from './plan-screen';
import type { Choices } from './step';
import type { WantedField } from './wanted/fields';
import type { Wanted } from './wanted/wanted';
import type { WantedWorkType } from './wanted/work-types';
import { besides, lacking } from './workflow-growth';

/**
 * The difference between the wanted configuration and the site, as ordered steps that `src/words/setup.ts` tells. Pure: the
 * same site gives the same steps in the same order, whatever the order in which Jira lists things.
 */
export function plan(wanted: Wanted, observed: Observed, choices: Choices): Step[] {
  return [
    ...wanted.workTypes.map((type) => planIssueType(type, observed)),
    planStatuses(wanted, observed),
    ...wanted.linkTypes.map((type) => planLinkType(type, observed)),
    ...wanted.workTypes.map((type) => planWorkflow(type, observed)),
    ...wanted.fields.map((field) => planField(field, observed)),
    ...wanted.workTypes.map((type) => planScreen(type, wanted, observed)),
    ...wanted.workTypes.map((type) => planScreenScheme(type, observed)),
    planWorkflowScheme(wanted, observed, choices),
    planIssueTypeScheme(wanted, observed, choices),
    planIssueTypeScreenScheme(wanted, observed, choices),
    ...(choices.otherScreens
      ? observed.otherScreens
          .map((screen) => planOtherScreen(screen, wanted, observed))
          .sort((a, b) => (a.id < b.id ? -1 : 1))
      : []),
    step(
      'enrol',
      observed.project.id,
      observed.enrolled ? 'keep' : 'create',
      { name: observed.project.key },
      { code: observed.enrolled ? 'takes-part' : 'will-take-part' },
    ),
  ];
}

const THERE: Difference = { code: 'there-already' };
const BESIDE: Difference = { code: 'beside-namesake' };
const AS_CHOSEN: Difference = { code: 'used-as-chosen' };

function planIssueType(type: WantedWorkType, observed: Observed): Step {
  const { found, namesakes, name } = issueTypeOf(type, observed);
  const ref = refs.issueType(type);
  if (!found) {
    const why = namesakes.length > 0 ? BESIDE : ({ code: 'description', text: type.description } as const);
    return step('issue-type', type.key, 'create', { name }, why);
  }
  return observed.known.ids[ref] === found.id || isOwn(ref, found, observed.known)
    ? step('issue-type', type.key, 'keep', { name: found.name }, THERE)
    : step('issue-type', type.key, 'adopt', { name: found.name }, AS_CHOSEN);
}

function planStatuses(wanted: Wanted, observed: Observed): Step {
  const all = wanted.statuses.map((status) => ({ status, ...statusOf(status, observed) }));
  const missing = all.filter(({ found }) => !found);
  const yours = all.flatMap(({ status, found }) =>
    found && !isOwn(refs.status(status), found, observed.known) ? [found.name] : [],
  );
  const used: Difference[] = yours.length === 0 ? [] : [{ code: 'statuses-used', names: yours }];
  const subject = { count: all.length };
  if (missing.length === 0) return step('statuses', 'all', 'keep', subject, THERE, ...used);
  const beside = missing.filter(({ namesakes }) => namesakes.length > 0).map(({ name }) => name);
  return step(
    'statuses',
    'all',
    missing.length === all.length ? 'create' : 'extend',
    subject,
    { code: 'statuses-missing', count: missing.length },
    ...(beside.length === 0 ? [] : [{ code: 'statuses-beside', names: beside } as const]),
    ...used,
  );
}

function planLinkType(type: Wanted['linkTypes'][number], observed: Observed): Step {
  const { found, namesakes, name } = linkTypeOf(type, observed);
  const ref = refs.linkType(type);
  const { outward, inward } = found ?? type;
  const subject = { name: found?.name ?? name, outward, inward };
  if (!found)
    return step('link-type', type.role, 'create', subject, namesakes.length > 0 ? BESIDE : { code: 'link-purpose' });
  return observed.known.ids[ref] === found.id || observed.known.making.has(ref)
    ? step('link-type', type.role, 'keep', subject, THERE)
    : step('link-type', type.role, 'adopt', subject, AS_CHOSEN);
}

function planWorkflow(type: WantedWorkType, observed: Observed): Step {
  const { found, namesakes, name } = workflowOf(type, observed);
  const subject = {
    name: found?.name ?? name,
    statuses: type.statuses.length,
    transitions: type.transitions.length,
  };
  if (!found) {
    const why = namesakes.length > 0 ? BESIDE : ({ code: 'workflow-of', name: type.name } as const);
    return step('workflow', type.key, 'create', subject, why);
  }
  const { names } = lacking(type, found, observed);
  const others = besides(type, found, observed);
  const kept: Difference[] = others.length === 0 ? [] : [{ code: 'workflow-keeps', names: others }];
  return names.length === 0
    ? step('workflow', type.key, 'keep', subject, { code: 'workflow-complete' }, ...kept)
    : step('workflow', type.key, 'extend', subject, { code: 'workflow-gains', names }, ...kept);
}

function planField(field: WantedField, observed: Observed): Step {
  const { found, namesakes, name } = fieldOf(field, observed);
  const subject = { name: found?.name ?? name, options: field.options?.length ?? null };
  if (!found)
    return step('field', field.key, 'create', subject, namesakes.length > 0 ? BESIDE : { code: 'field-for-projects' });
  const context = contextOf(field, found, observed);
  const missing = missingOptions(field, found.options, observed).length;
  const pending = observed.known.made[refs.firstContext(field)] !== undefined;
  const known = observed.known.ids[refs.field(field)] === found.id || isOwn(refs.field(field), found, observed.known);
  const silent = lacksHelp(field, found, observed);
  if (context && missing === 0 && !pending && !silent)
    return known
      ? step('field', field.key, 'keep', subject, { code: 'field-in-project' })
      : step('field', field.key, 'adopt', subject, AS_CHOSEN);
  if (!known) {
    const adds = addsToField(field, found, observed);
    return step('field', field.key, 'extend', subject, { code: 'field-used-with', adds });
  }
  const gains: Difference[] = [
    ...(context ? [] : [{ code: 'field-joins-project' } as const]),
    ...(context && missing > 0 ? [{ code: 'field-options-missing', count: missing } as const] : []),
    ...(silent ? [{ code: 'field-without-help' } as const] : []),
  ];
  return step('field', field.key, 'extend', subject, ...(gains.length > 0 ? gains : [FIRST_CONTEXT]));
}

const FIRST_CONTEXT: Difference = { code: 'field-first-context' };

/** What adopting a field adds to it. */
export function addsToField(field: WantedField, state: ObservedFieldState, observed: Observed): FieldAddition {
  const context = contextOf(field, state, observed);
  if (!context) return { code: 'context' };
  const count = missingOptions(field, state.options, observed).length;
  return count === 0 ? { code: 'nothing' } : { code: 'options', count, context: context.name };
}

function planScreenScheme(type: WantedWorkType, observed: Observed): Step {
  const { found, namesakes, name } = screenSchemeOf(type, observed);
  if (found) return step('screen-scheme', type.key, 'keep', { name: found.name }, THERE);
  const why = namesakes.length > 0 ? BESIDE : ({ code: 'shows-screen-of', name: type.name } as const);
  return step('screen-scheme', type.key, 'create', { name }, why);
}

export const LINKED_FIELDS = (wanted: Wanted): WantedField[] => wanted.fields.filter((field) => field.on === 'linked');

function planOtherScreen(
  { id: screenId, name, fieldIds }: { id: number; name: string; fieldIds: string[] },
  wanted: Wanted,
  observed: Observed,
): Step {
  const missing = LINKED_FIELDS(wanted).filter((field) => {
    const id = fieldOf(field, observed).found?.id;
    return id === undefined || !fieldIds.includes(id);
  });
  const names = missing.map((field) => field.name);
  return names.length === 0
    ? step('other-screen', String(screenId), 'keep', { name }, { code: 'linked-fields-shown' })
    : step('other-screen', String(screenId), 'extend', { name }, { code: 'linked-fields-missing', names });
}
