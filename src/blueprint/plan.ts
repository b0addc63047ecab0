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
import { beside, type Choices, type Step, step } from './step';
import type { WantedField } from './wanted/fields';
import type { Wanted } from './wanted/wanted';
import type { WantedWorkType } from './wanted/work-types';
import { besides, lacking } from './workflow-growth';

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
      `Project ${observed.project.key} takes part`,
      observed.enrolled ? 'It takes part.' : 'From then on its issues count.',
    ),
  ];
}

function planIssueType(type: WantedWorkType, observed: Observed): Step {
  const { found, namesakes, name } = issueTypeOf(type, observed);
  const ref = refs.issueType(type);
  if (!found) {
    const why = namesakes.length > 0 ? beside('type') : type.description;
    return step('issue-type', type.key, 'create', `Issue type "${name}"`, why);
  }
  const what = `Issue type "${found.name}"`;
  if (observed.known.ids[ref] === found.id || isOwn(ref, found, observed.known))
    return step('issue-type', type.key, 'keep', what, 'There already.');
  return step('issue-type', type.key, 'adopt', what, 'Yours, used as you chose. Nothing about it is changed.');
}

function planStatuses(wanted: Wanted, observed: Observed): Step {
  const all = wanted.statuses.map((status) => ({ status, ...statusOf(status, observed) }));
  const missing = all.filter(({ found }) => !found);
  const yours = all.flatMap(({ status, found }) =>
    found && !isOwn(refs.status(status), found, observed.known) ? [`"${found.name}"`] : [],
  );
  const used = yours.length === 0 ? '' : ` Used as they are, with nothing changed: ${yours.join(', ')}.`;
  const what = `${all.length} statuses`;
  if (missing.length === 0) return step('statuses', 'all', 'keep', what, `There already.${used}`);
  const renamed = missing.filter(({ namesakes }) => namesakes.length > 0).map(({ name }) => `"${name}"`);
  const why = [
    `${missing.length} are missing.`,
    renamed.length === 0 ? '' : ` Made beside yours of another category: ${renamed.join(', ')}.`,
    used,
  ];
  return step('statuses', 'all', missing.length === all.length ? 'create' : 'extend', what, why.join(''));
}

function planLinkType(type: Wanted['linkTypes'][number], observed: Observed): Step {
  const { found, namesakes, name } = linkTypeOf(type, observed);
  const ref = refs.linkType(type);
  const what = `Link type "${found?.name ?? name}" (${found?.outward ?? type.outward} / ${found?.inward ?? type.inward})`;
  if (!found) {
    const purpose = 'Links say which AI system, risk or nonconformity an issue is about.';
    return step('link-type', type.role, 'create', what, namesakes.length > 0 ? beside('link type') : purpose);
  }
  if (observed.known.ids[ref] === found.id || observed.known.making.has(ref))
    return step('link-type', type.role, 'keep', what, 'There already.');
  return step('link-type', type.role, 'adopt', what, 'Yours, used as you chose. Nothing about it is changed.');
}

function planWorkflow(type: WantedWorkType, observed: Observed): Step {
  const { found, namesakes, name } = workflowOf(type, observed);
  const what = `Workflow "${found?.name ?? name}" with ${type.statuses.length} statuses and ${type.transitions.length} transitions`;
  if (!found) {
    const why = `Issues of the type "${type.name}" go through it.`;
    return step('workflow', type.key, 'create', what, namesakes.length > 0 ? beside('workflow') : why);
  }
  const { names } = lacking(type, found, observed);
  const others = besides(type, found, observed).map((status) => `"${status}"`);
  const kept = others.length === 0 ? '' : ` It keeps what the app does not ask for: ${others.join(', ')}.`;
  if (names.length === 0)
    return step('workflow', type.key, 'keep', what, `There already, with every status and transition.${kept}`);
  const why = `It gets ${names.map((one) => `"${one}"`).join(', ')}; all else in it stays.${kept}`;
  return step('workflow', type.key, 'extend', what, why);
}

function planField(field: WantedField, observed: Observed): Step {
  const { found, namesakes, name } = fieldOf(field, observed);
  const what = `Field "${found?.name ?? name}"${field.options ? ` with ${field.options.length} options` : ''}`;
  if (!found) {
    const why = namesakes.length > 0 ? beside('field') : 'For projects that take part only.';
    return step('field', field.key, 'create', what, why);
  }
  const context = contextOf(field, found, observed);
  const missing = missingOptions(field, found.options, observed);
  const pending = observed.known.made[refs.firstContext(field)] !== undefined;
  const known = observed.known.ids[refs.field(field)] === found.id || isOwn(refs.field(field), found, observed.known);
  const silent = lacksHelp(field, found, observed);
  if (context && missing.length === 0 && !pending && !silent)
    return known
      ? step('field', field.key, 'keep', what, 'There already, with this project.')
      : step('field', field.key, 'adopt', what, 'Yours, used as you chose. Nothing about it is changed.');
  const gains = [
    context ? '' : 'This project gets the field, too.',
    context && missing.length > 0 ? `${missing.length} options are missing.` : '',
    silent ? 'Its empty description gets a help text.' : '',
  ].filter((one) => one !== '');
  const why = gains.length > 0 ? gains.join(' ') : 'What Jira made with it is taken away again.';
  return step(
    'field',
    field.key,
    'extend',
    what,
    known ? why : `Yours, used as you chose: ${addsToField(field, found, observed)}.`,
  );
}

/** What adopting a field adds to it, in words. */
export function addsToField(field: WantedField, state: ObservedFieldState, observed: Observed): string {
  const context = contextOf(field, state, observed);
  if (!context) return 'a context for this project alone is added, yours stay as they are';
  const missing = missingOptions(field, state.options, observed);
  return missing.length === 0
    ? 'nothing is added'
    : `${missing.length} options are added to its context "${context.name}", behind yours`;
}

function planScreenScheme(type: WantedWorkType, observed: Observed): Step {
  const { found, namesakes, name } = screenSchemeOf(type, observed);
  const what = `Screen scheme "${found?.name ?? name}"`;
  if (found) return step('screen-scheme', type.key, 'keep', what, 'There already.');
  const why = namesakes.length > 0 ? beside('screen scheme') : `Shows the screen of "${type.name}".`;
  return step('screen-scheme', type.key, 'create', what, why);
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
    const id = fieldOf(field, observed).found?.id;
    return id === undefined || !screen.fieldIds.includes(id);
  });
  const why =
    missing.length === 0
      ? 'It shows the fields that link work to requirements.'
      : `Adds ${missing.map((field) => `"${field.name}"`).join(', ')}. In other projects that use this screen they do not appear.`;
  return step('other-screen', String(screen.id), missing.length === 0 ? 'keep' : 'extend', what, why);
}
