import { JiraError } from '../errors';
import { ValueError } from '../fields/kinds';
import { fieldById, valueContextOf } from '../fields/registry';
import { DEFAULT_RESOLUTION } from '../issues/screens';
import type { Rule, Transition } from '../model/entities';
import { jiraTime } from '../site';
import { needs, type ParameterCheck, type RuleScene } from './rule';

interface ActionKind {
  readonly check: ParameterCheck;
  /** The field and its new stored value, or null to empty it. */
  readonly run: (rule: Rule, scene: RuleScene) => { field: string; value: unknown };
}

/** Actions of `/workflows/capabilities` that this site knows, by rule key. */
export const ACTIONS: Readonly<Record<string, ActionKind>> = {
  'system:update-field': { check: fieldExists('field'), run: updateField },
  'system:copy-value-from-other-field': { check: fieldExists('sourceFieldKey', 'targetFieldKey'), run: copyField },
  'system:change-assignee': { check: needs('type'), run: changeAssignee },
};

/** The issue's values after the transition's actions. */
export function runActions(transition: Transition, scene: RuleScene): Record<string, unknown> {
  let values: Record<string, unknown> = { ...scene.issue.values };
  for (const rule of transition.actions) {
    const kind = ACTIONS[rule.ruleKey];
    if (!kind) throw new JiraError(500, [`The action ${rule.ruleKey} is not known to this site.`]);
    const { field, value } = kind.run(rule, { ...scene, issue: { ...scene.issue, values } });
    const { [field]: _, ...rest } = values;
    values = value === null ? rest : { ...rest, [field]: value };
  }
  return values;
}

function fieldExists(...names: readonly string[]): ParameterCheck {
  return (site, parameters) => {
    const missing = needs(...names)(site, parameters);
    if (missing) return missing;
    const unknown = names.map((name) => parameters[name] ?? '').find((id) => !fieldById(site, id)?.kind);
    return unknown === undefined ? null : `The field '${unknown}' does not exist or cannot be set.`;
  };
}

/** Texts with a meaning of their own in update-field's `value`. */
const CURRENT_DATE = '%%CURRENT_DATETIME%%';
const CURRENT_USER = '%%CURRENT_USER%%';

/** The REST input that a rule's text stands for, by the type of the field. */
function inputOf(type: string, text: string, scene: RuleScene): unknown {
  const now = scene.site.clock.now();
  switch (type) {
    case 'date':
      return text === CURRENT_DATE ? new Date(now).toISOString().slice(0, 10) : text;
    case 'datetime':
      return text === CURRENT_DATE ? jiraTime(now) : text;
    case 'user':
      return { accountId: text === CURRENT_USER ? scene.actor.accountId : text };
    case 'number':
      return Number(text);
    case 'option':
    case 'priority':
    case 'resolution':
      return { id: text };
    default:
      return text;
  }
}

function updateField({ parameters }: Rule, scene: RuleScene): { field: string; value: unknown } {
  const id = parameters.field ?? '';
  const field = fieldById(scene.site, id);
  const valueContext = field && valueContextOf(scene.site, field, scene.issue);
  const before = scene.issue.values[id];
  const text = parameters.value ?? '';
  if (!field?.kind || !valueContext) return { field: id, value: before ?? null };
  if (text === '') return { field: id, value: null };
  try {
    if (field.items === undefined)
      return { field: id, value: field.kind.parse(inputOf(field.schemaType, text, scene), valueContext) };
    const added = field.kind.parse([inputOf(field.items, text, scene)], valueContext) as unknown[];
    const kept = parameters.mode === 'append' ? ((before as unknown[] | undefined) ?? []) : [];
    return { field: id, value: [...new Set([...kept, ...added])] };
  } catch (error) {
    if (error instanceof ValueError)
      throw new JiraError(400, [`The action that sets ${field.name} failed: ${error.message}`]);
    throw error;
  }
}

function copyField({ parameters }: Rule, { issue }: RuleScene): { field: string; value: unknown } {
  return { field: parameters.targetFieldKey ?? '', value: issue.values[parameters.sourceFieldKey ?? ''] ?? null };
}

function changeAssignee({ parameters }: Rule, { actor, issue, project }: RuleScene): { field: string; value: unknown } {
  const people: Readonly<Record<string, unknown>> = {
    'to-lead': project.leadAccountId,
    'to-current-user': actor.accountId,
    'to-reporter': issue.values.reporter,
    'to-selected': parameters.accountId,
    'to-unassigned': null,
  };
  return { field: 'assignee', value: people[parameters.type ?? ''] ?? null };
}

/**
 * The resolution of an issue that has moved between two status categories, given the value after screen and actions. An
 * action that empties the field leaves it empty, as in the many workflows that never set one.
 */
export function resolutionAfter(done: boolean, chosen: unknown, { actions }: Transition): unknown {
  if (!done) return undefined;
  const isEmptied = actions.some(
    ({ ruleKey, parameters }) =>
      ruleKey === 'system:update-field' && parameters.field === 'resolution' && (parameters.value ?? '') === '',
  );
  return chosen ?? (isEmptied ? undefined : DEFAULT_RESOLUTION);
}
