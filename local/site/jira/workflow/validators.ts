import { JiraError } from '../errors';
import { fieldById, valueContextOf } from '../fields/registry';
import type { Rule, Transition } from '../model/entities';
import { hasProject } from '../permissions/access';
import { checkAppRule, evaluateAppValidator } from './app-rules';
import { type Failure, list, needs, type ParameterCheck, type RuleScene } from './rule';

interface ValidatorKind {
  readonly check: ParameterCheck;
  readonly run: (rule: Rule, scene: RuleScene) => Failure[];
}

const DAY = 86_400_000;

/** Validators of `/workflows/capabilities` that this site knows, by rule key. */
export const VALIDATORS: Readonly<Record<string, ValidatorKind>> = {
  'system:validate-field-value': {
    check: checkFieldRule,
    run: (rule, scene) => FIELD_RULES[rule.parameters.ruleType ?? '']?.run(rule, scene) ?? [],
  },
  'system:check-permission-validator': { check: needs('permissionKey'), run: permission },
  'system:previous-status-validator': { check: needs('previousStatusIds'), run: previousStatus },
  'forge:expression-validator': { check: checkAppRule('jira:workflowValidator'), run: evaluateAppValidator },
};

const FIELD_RULES: Readonly<Record<string, ValidatorKind>> = {
  fieldRequired: { check: needs('fieldsRequired'), run: required },
  fieldChanged: { check: needs('fieldKey'), run: changed },
  fieldHasSingleValue: { check: needs('fieldKey'), run: single },
  fieldMatchesRegularExpression: { check: needs('fieldKey', 'regexp'), run: matches },
  dateFieldComparison: { check: needs('date1FieldKey', 'date2FieldKey', 'conditionSelected'), run: compareDates },
  windowDateComparison: { check: needs('date1FieldKey', 'date2FieldKey', 'numberOfDays'), run: dateWindow },
};

/** Refuses the transition with every failed validator's message. */
export function runValidators(transition: Transition, scene: RuleScene): void {
  const failures = transition.validators.flatMap((rule) => {
    const kind = VALIDATORS[rule.ruleKey];
    if (!kind) throw new JiraError(500, [`The validator ${rule.ruleKey} is not known to this site.`]);
    return kind.run(rule, scene);
  });
  if (failures.length === 0) return;
  const general = failures.filter((failure) => failure.field === undefined).map((failure) => failure.message);
  const fields = Object.fromEntries(
    failures.flatMap((failure) => (failure.field === undefined ? [] : [[failure.field, failure.message] as const])),
  );
  throw new JiraError(400, general, { fields });
}

function checkFieldRule(...[site, parameters]: Parameters<ParameterCheck>): string | null {
  const rule = FIELD_RULES[parameters.ruleType ?? ''];
  if (!rule)
    return `The ruleType '${parameters.ruleType}' is unknown; use one of ${Object.keys(FIELD_RULES).join(', ')}.`;
  const wrong = rule.check(site, parameters);
  if (wrong) return wrong;
  const named = [
    parameters.fieldKey,
    parameters.date1FieldKey,
    parameters.date2FieldKey,
    ...list(parameters.fieldsRequired),
  ];
  const unknown = named.find((id) => id !== undefined && !fieldById(site, id));
  return unknown === undefined ? null : `The field '${unknown}' does not exist.`;
}

function required({ parameters }: Rule, { site, issue }: RuleScene): Failure[] {
  return list(parameters.fieldsRequired).flatMap((id) => {
    const field = fieldById(site, id);
    if (issue.values[id] !== undefined) return [];
    // `ignoreContext` "true" lets an issue pass to which the field does not apply (capabilities, "Field required").
    if (parameters.ignoreContext === 'true' && field && !valueContextOf(site, field, issue)) return [];
    return [{ field: id, message: parameters.errorMessage || `${field?.name ?? id} is required.` }];
  });
}

function changed({ parameters }: Rule, { site, actor, issue, before }: RuleScene): Failure[] {
  const id = parameters.fieldKey ?? '';
  const exempt = list(parameters.groupsExemptFromValidation).some((group) =>
    site.store.groups.get(group)?.members.includes(actor.accountId ?? ''),
  );
  if (exempt || JSON.stringify(issue.values[id]) !== JSON.stringify(before[id])) return [];
  return [{ field: id, message: parameters.errorMessage || `${fieldById(site, id)?.name ?? id} must be modified.` }];
}

function single({ parameters }: Rule, { site, issue }: RuleScene): Failure[] {
  const id = parameters.fieldKey ?? '';
  const value = issue.values[id];
  if (value !== undefined && (!Array.isArray(value) || value.length === 1)) return [];
  return [{ field: id, message: `${fieldById(site, id)?.name ?? id} must have exactly one value.` }];
}

function matches({ parameters }: Rule, { site, issue }: RuleScene): Failure[] {
  const id = parameters.fieldKey ?? '';
  const field = fieldById(site, id);
  const valueContext = field && valueContextOf(site, field, issue);
  const value = issue.values[id];
  const text = field?.kind && valueContext && value !== undefined ? field.kind.describe(value, valueContext).text : '';
  if (new RegExp(parameters.regexp ?? '').test(text)) return [];
  return [{ field: id, message: `${field?.name ?? id} must match ${parameters.regexp}.` }];
}

/** The instant of a date or date-time value, or null when it is empty. */
function instant({ site, issue }: RuleScene, id: string): number | null {
  if (id === 'created') return issue.created;
  if (id === 'updated') return issue.updated;
  const field = fieldById(site, id);
  const value = issue.values[id];
  const valueContext = field && valueContextOf(site, field, issue);
  return field?.kind?.jql === 'date' && valueContext && value !== undefined
    ? Number(field.kind.terms(value, valueContext)[0])
    : null;
}

const COMPARE: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '=': (a, b) => a === b,
  '<=': (a, b) => a <= b,
  '<': (a, b) => a < b,
  '!=': (a, b) => a !== b,
};

/** A comparison with an empty date passes: requiring it is another rule's work (Jira's DateFieldValidator). */
function compareDates({ parameters }: Rule, scene: RuleScene): Failure[] {
  const { date1FieldKey: first = '', date2FieldKey: second = '', conditionSelected = '', includeTime } = parameters;
  const a = instant(scene, first);
  const b = instant(scene, second);
  if (a === null || b === null) return [];
  const precise = includeTime === 'true' ? (value: number) => value : (value: number) => Math.floor(value / DAY);
  if (COMPARE[conditionSelected]?.(precise(a), precise(b))) return [];
  const name = (id: string) => fieldById(scene.site, id)?.name ?? id;
  return [{ message: `${name(first)} must be ${conditionSelected} ${name(second)}.` }];
}

function dateWindow({ parameters }: Rule, scene: RuleScene): Failure[] {
  const { date1FieldKey: first = '', date2FieldKey: second = '', numberOfDays } = parameters;
  const a = instant(scene, first);
  const b = instant(scene, second);
  if (a === null || b === null || a <= b + Number(numberOfDays) * DAY) return [];
  const name = (id: string) => fieldById(scene.site, id)?.name ?? id;
  return [{ message: `${name(first)} must be at most ${numberOfDays} days after ${name(second)}.` }];
}

function permission({ parameters }: Rule, { site, actor, project, issue }: RuleScene): Failure[] {
  const key = parameters.permissionKey ?? '';
  if (hasProject(site, actor, key, project, issue)) return [];
  return [{ message: `You need the permission ${key} for this transition.` }];
}

function previousStatus({ parameters }: Rule, { site, issue }: RuleScene): Failure[] {
  const wanted = list(parameters.previousStatusIds);
  const left = site.store.changes
    .by('issue', issue.id)
    .flatMap((change) => change.items.filter((item) => item.fieldId === 'status').map((item) => item.from ?? ''));
  const looked = parameters.mostRecentStatusOnly === 'true' ? left.slice(-1) : left;
  if (looked.some((id) => wanted.includes(id))) return [];
  const names = wanted.map((id) => site.store.statuses.get(id)?.name ?? id).join(', ');
  return [{ message: `The issue must have been in ${names} before this transition.` }];
}
