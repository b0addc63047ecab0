import { JiraError } from '../errors';
import { fieldById, valueContextOf } from '../fields/registry';
import type { ConditionGroup, Rule } from '../model/entities';
import { hasProject } from '../permissions/access';
import { checkAppRule, evaluateAppCondition } from './app-rules';
import { list, needs, type ParameterCheck, type RuleScene } from './rule';

interface ConditionKind {
  readonly check: ParameterCheck;
  readonly holds: (rule: Rule, scene: RuleScene) => boolean;
}

/** Conditions of `/workflows/capabilities` that this site knows, by rule key. */
export const CONDITIONS: Readonly<Record<string, ConditionKind>> = {
  'system:restrict-issue-transition': { check: checkRestriction, holds: restrict },
  'system:restrict-from-all-users': {
    check: checkMode,
    holds: ({ parameters }, { listed }) => parameters.restrictMode === 'users' && !listed,
  },
  'system:separation-of-duties': { check: needs('fromStatusId', 'toStatusId'), holds: separated },
  'system:check-field-value': { check: needs('fieldId', 'fieldValue', 'comparator'), holds: checkField },
  'forge:expression-condition': { check: checkAppRule('jira:workflowCondition'), holds: evaluateAppCondition },
};

/** Whether a transition's conditions let the actor through. */
export function conditionsHold(group: ConditionGroup | null, scene: RuleScene): boolean {
  if (!group) return true;
  const results = [
    ...group.conditions.map((rule) => () => {
      const kind = CONDITIONS[rule.ruleKey];
      if (!kind) throw new JiraError(500, [`The condition ${rule.ruleKey} is not known to this site.`]);
      return kind.holds(rule, scene);
    }),
    ...group.conditionGroups.map((inner) => () => conditionsHold(inner, scene)),
  ];
  if (results.length === 0) return true;
  return group.operation === 'ANY' ? results.some((result) => result()) : results.every((result) => result());
}

/** The site has no group fields, so a restriction by one cannot be judged. */
function checkRestriction(...[, parameters]: Parameters<ParameterCheck>): string | null {
  const used = ['groupCustomFields', 'denyGroupCustomFields'].find((name) => (parameters[name] ?? '') !== '');
  return used === undefined ? null : `The parameter '${used}' is not available here: the site has no group fields.`;
}

/** `users`: hidden from people, made by REST; `usersAndAPI`: made by Jira's own automation alone, which there is none of here. */
function checkMode(...[, { restrictMode }]: Parameters<ParameterCheck>): string | null {
  return restrictMode === 'users' || restrictMode === 'usersAndAPI'
    ? null
    : "The parameter 'restrictMode' is one of users, usersAndAPI.";
}

/** One of the named people, roles, groups, permissions or people fields must fit; nothing named lets everybody through. */
function restrict({ parameters }: Rule, { site, actor, project, issue }: RuleScene): boolean {
  const person = actor.accountId ?? '';
  const inGroup = (id: string) => site.store.groups.get(id)?.members.includes(person) ?? false;
  const tests = [
    ...list(parameters.accountIds).map((id) => () => idOrRole(id)),
    ...list(parameters.groupIds).map((id) => () => inGroup(id)),
    ...list(parameters.roleIds).map((id) => () => {
      const actors = project.actors[id];
      return actors !== undefined && (actors.users.includes(person) || actors.groups.some(inGroup));
    }),
    ...list(parameters.permissionKeys).map((key) => () => hasProject(site, actor, key, project, issue)),
    ...list(parameters.allowUserCustomFields).map((id) => () => [issue.values[id]].flat().includes(person)),
  ];
  const idOrRole = (id: string): boolean => {
    if (id === 'allow-assignee') return issue.values.assignee === person;
    if (id === 'allow-reporter') return issue.values.reporter === person;
    return id === person;
  };
  const denied = list(parameters.denyUserCustomFields).some((id) => [issue.values[id]].flat().includes(person));
  return !denied && (tests.length === 0 || tests.some((test) => test()));
}

/** Nobody who has moved the issue between the two statuses before may make this transition. */
function separated({ parameters }: Rule, { site, actor, issue }: RuleScene): boolean {
  return !site.store.changes
    .by('issue', issue.id)
    .some(
      (change) =>
        change.author === actor.accountId &&
        change.items.some(
          (item) =>
            item.fieldId === 'status' && item.from === parameters.fromStatusId && item.to === parameters.toStatusId,
        ),
    );
}

function checkField({ parameters }: Rule, { site, issue }: RuleScene): boolean {
  const field = fieldById(site, parameters.fieldId ?? '');
  const valueContext = field && valueContextOf(site, field, issue);
  const stored = issue.values[parameters.fieldId ?? ''];
  const terms = field?.kind && valueContext && stored !== undefined ? field.kind.terms(stored, valueContext) : [];
  const wanted = readValues(parameters.fieldValue ?? '').flatMap((value) => [value.toLowerCase(), `#${value}`]);
  const numbers = parameters.comparisonType === 'NUMBER' || parameters.comparisonType === 'DATE';
  const left = Number(terms[0]);
  const right = numbers && parameters.comparisonType === 'DATE' ? Date.parse(wanted[0] ?? '') : Number(wanted[0]);
  const equal = terms.some((term) =>
    typeof term === 'number' ? wanted.includes(String(term)) : wanted.includes(term),
  );
  switch (parameters.comparator) {
    case '=':
      return equal;
    case '!=':
      return !equal;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    default:
      throw new JiraError(500, [`The comparator '${parameters.comparator}' of system:check-field-value is unknown.`]);
  }
}

/** The parameter holds a JSON list (`["10020"]`) or a plain text. */
function readValues(text: string): string[] {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed.map(String) : [String(parsed)];
  } catch {
    return [text];
  }
}
