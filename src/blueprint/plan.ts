import { named, type Observed, type ObservedFieldState } from './observed';
import { planIssueTypeScheme, planIssueTypeScreenScheme, planWorkflowScheme } from './plan-schemes';
import { type Choices, type Step, step } from './step';
import { JIRA_FIELD_TYPES, type WantedField } from './wanted/fields';
import type { Wanted } from './wanted/wanted';
import type { WantedWorkType } from './wanted/work-types';

/**
 * The difference between the wanted configuration and the site, as ordered steps. Pure: the same site gives the same
 * steps in the same order, whatever the order in which Jira lists things.
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
      `Enrol project ${observed.project.key}`,
      observed.enrolled ? 'It is enrolled.' : 'From then on its issues count.',
    ),
  ];
}

function planIssueType(type: WantedWorkType, observed: Observed): Step {
  const what = `Issue type "${type.name}"`;
  const found = observed.issueTypes.find((candidate) => candidate.name === type.name);
  if (!found) return step('issue-type', type.key, 'create', what, type.description);
  if (found.subtask)
    return step(
      'issue-type',
      type.key,
      'refuse',
      what,
      'A subtask type has this name. Rename it in Jira, then plan again.',
    );
  return step('issue-type', type.key, 'keep', what, 'There already, and fits.');
}

function planStatuses(wanted: Wanted, observed: Observed): Step {
  const what = `${wanted.statuses.length} statuses`;
  const byName = new Map(observed.statuses.map((status) => [status.name, status]));
  const clash = wanted.statuses.filter(
    (status) => byName.has(status.name) && byName.get(status.name)?.category !== status.category,
  );
  if (clash.length > 0) {
    const names = clash.map((status) => `"${status.name}"`).join(', ');
    return step(
      'statuses',
      'all',
      'refuse',
      what,
      `${names}: a status of this name is in another category. Rename it in Jira, then plan again.`,
    );
  }
  const missing = wanted.statuses.filter((status) => !byName.has(status.name));
  if (missing.length === 0) return step('statuses', 'all', 'keep', what, 'There already, and fit.');
  const impact = missing.length === wanted.statuses.length ? 'create' : 'extend';
  return step(
    'statuses',
    'all',
    impact,
    what,
    `${missing.length} are missing; statuses of the same name and category are used as they are.`,
  );
}

function planLinkType(type: Wanted['linkTypes'][number], observed: Observed): Step {
  const what = `Link type "${type.name}" (${type.outward} / ${type.inward})`;
  const found = observed.linkTypes.find((candidate) => candidate.name === type.name);
  if (!found)
    return step(
      'link-type',
      type.role,
      'create',
      what,
      'Links say which AI system, risk or nonconformity an issue is about.',
    );
  const fits = found.inward === type.inward && found.outward === type.outward;
  return step(
    'link-type',
    type.role,
    fits ? 'keep' : 'refuse',
    what,
    fits
      ? 'There already, and fits.'
      : 'A link type of this name reads differently. Rename it in Jira, then plan again.',
  );
}

function planWorkflow(type: WantedWorkType, observed: Observed): Step {
  const what = `Workflow "${type.workflow}" with ${type.statuses.length} statuses and ${type.transitions.length} transitions`;
  const found = observed.workflows.find((candidate) => candidate.name === type.workflow);
  if (!found) return step('workflow', type.key, 'create', what, `Issues of the type "${type.name}" go through it.`);
  const names = new Map(observed.statuses.map((status) => [status.id, status.name]));
  const statuses = new Set(found.statusIds.map((id) => names.get(id)));
  const transitions = new Set(found.transitionNames);
  const missing = [
    ...type.statuses.filter((status) => !statuses.has(status.name)),
    ...type.transitions.filter((transition) => !transitions.has(transition.name)),
  ];
  if (missing.length === 0)
    return step('workflow', type.key, 'keep', what, 'There already, with every status and transition.');
  return step(
    'workflow',
    type.key,
    'refuse',
    what,
    `A workflow of this name lacks ${missing.map(({ name }) => `"${name}"`).join(', ')}. Rename it or add them in Jira, then plan again.`,
  );
}

function planField(field: WantedField, observed: Observed): Step {
  const what = `Field "${field.name}"${field.options ? ` with ${field.options.length} options` : ''}`;
  const found = observed.fields.get(field.key) ?? [];
  if (found.length === 0) return step('field', field.key, 'create', what, 'For enrolled projects only.');
  const fitting = fittingField(field, found);
  if (!fitting)
    return step(
      'field',
      field.key,
      'refuse',
      what,
      'A field of this name has another type. Rename it in Jira, then plan again.',
    );
  const context = fitting.contexts.find((entry) => entry.projectIds.includes(observed.project.id));
  const options = (field.options ?? []).filter((option) => !fitting.options.has(option));
  if (context && options.length === 0 && !hasOwnGlobalContext(fitting))
    return step('field', field.key, 'keep', what, 'There already, with this project.');
  // A field that others use in all projects has this project already; only its options may be missing.
  if (
    fitting.contexts.some((entry) => entry.isGlobal) &&
    fitting.contexts.every((entry) => entry.isGlobal) &&
    !field.options
  ) {
    return step(
      'field',
      field.key,
      'adopt',
      what,
      'Used in all projects under this name and type already, and used as it is.',
    );
  }
  return step(
    'field',
    field.key,
    'extend',
    what,
    context ? `${options.length} options are missing.` : 'This project is added to the context.',
  );
}

/** Of several fields of one name, one of the wanted type. */
export function fittingField(field: WantedField, found: readonly ObservedFieldState[]): ObservedFieldState | undefined {
  return found.find((candidate) => candidate.type === JIRA_FIELD_TYPES[field.type].type);
}

/** Jira gives a new select field a global context, which goes once the field has one for its projects. */
function hasOwnGlobalContext(field: ObservedFieldState): boolean {
  return (
    field.contexts.length > 1 &&
    field.contexts.some((entry) => entry.isGlobal) &&
    field.contexts.some((entry) => entry.name.startsWith('AIMS'))
  );
}

/** Fields that a work type's screen shows: Jira's own first. */
const SCREEN_SYSTEM_FIELDS = ['summary', 'description', 'assignee', 'duedate', 'labels', 'issuelinks'] as const;

function fieldsOfWorkType(type: WantedWorkType, wanted: Wanted): WantedField[] {
  return wanted.fields.filter((field) => field.on === 'linked' || field.on.includes(type.key));
}

export function missingOnScreen(type: WantedWorkType, wanted: Wanted, observed: Observed): string[] {
  const present = new Set(observed.screens.get(type.key)?.fieldIds ?? []);
  const ids = fieldsOfWorkType(type, wanted).flatMap(
    (field) => fittingField(field, observed.fields.get(field.key) ?? [])?.id ?? [],
  );
  return [...SCREEN_SYSTEM_FIELDS, ...ids].filter((id) => !present.has(id));
}

function planScreen(type: WantedWorkType, wanted: Wanted, observed: Observed): Step {
  const fields = fieldsOfWorkType(type, wanted);
  const what = `Screen "${named.screen(type.name)}" with ${fields.length + SCREEN_SYSTEM_FIELDS.length} fields`;
  if (!observed.screens.has(type.key))
    return step('screen', type.key, 'create', what, `For the issue type "${type.name}".`);
  const unknown = fields.filter((field) => !fittingField(field, observed.fields.get(field.key) ?? []));
  const missing = missingOnScreen(type, wanted, observed).length + unknown.length;
  return step(
    'screen',
    type.key,
    missing === 0 ? 'keep' : 'extend',
    what,
    missing === 0 ? 'There already, with every field.' : `${missing} fields are missing.`,
  );
}

function planScreenScheme(type: WantedWorkType, observed: Observed): Step {
  const name = named.screenScheme(type.name);
  const exists = observed.screenSchemes.some((scheme) => scheme.name === name);
  return step(
    'screen-scheme',
    type.key,
    exists ? 'keep' : 'create',
    `Screen scheme "${name}"`,
    exists ? 'There already.' : `Shows the screen of "${type.name}".`,
  );
}

export const LINKED_FIELDS = (wanted: Wanted): WantedField[] => wanted.fields.filter((field) => field.on === 'linked');

function planOtherScreen(
  screen: { id: number; name: string; fieldIds: string[] },
  wanted: Wanted,
  observed: Observed,
): Step {
  const fields = LINKED_FIELDS(wanted);
  const what = `Screen "${screen.name}" of the project's other issue types`;
  const missing = fields.filter((field) => {
    const id = fittingField(field, observed.fields.get(field.key) ?? [])?.id;
    return id === undefined || !screen.fieldIds.includes(id);
  });
  const why =
    missing.length === 0
      ? 'It shows the fields that link work to requirements.'
      : `Adds ${missing.map((field) => `"${field.name}"`).join(', ')}. In other projects that use this screen they do not appear.`;
  return step('other-screen', String(screen.id), missing.length === 0 ? 'keep' : 'extend', what, why);
}
