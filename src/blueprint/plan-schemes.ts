import { type Step, step } from '../domain/setup/step';
import type { ObservedScheme } from '../jira/configuration/issue-type';
import type { Observed } from './observed';
import { type OwnIssueType, ownIssueTypes, screenSchemeOf } from './own';
import type { Choices } from './step';
import type { Wanted } from './wanted/wanted';

type AnyScheme = Pick<ObservedScheme, 'name' | 'sharedBy' | 'isDefault'>;

type SchemeKind = 'workflow-scheme' | 'issue-type-scheme' | 'issue-type-screen-scheme';

/** What happens to one of the project's schemes: kept, extended where only this project uses it, else copied. */
function planScheme(
  kind: SchemeKind,
  { name, isDefault, sharedBy }: AnyScheme,
  complete: boolean,
  choices: Choices,
): Step {
  if (complete) return step(kind, 'project', 'keep', { name }, { code: 'scheme-complete' });
  if (isDefault) return step(kind, 'project', 'create', { name }, { code: 'scheme-default' });
  const others = sharedBy.length;
  if (others === 0) return step(kind, 'project', 'extend', { name }, { code: 'scheme-own' });
  return choices.sharedSchemes === 'extend'
    ? step(kind, 'project', 'extend', { name }, { code: 'scheme-extended', others })
    : step(kind, 'project', 'create', { name }, { code: 'scheme-copied', others });
}

export function planWorkflowScheme(wanted: Wanted, observed: Observed, choices: Choices): Step {
  const scheme = observed.workflowScheme;
  const complete = holdsAll(
    wanted,
    observed,
    (type) => type.workflow !== null && scheme.mappings[type.id] === type.workflow.name,
  );
  return planScheme('workflow-scheme', scheme, complete, choices);
}

export function planIssueTypeScheme(wanted: Wanted, observed: Observed, choices: Choices): Step {
  const scheme = observed.issueTypeScheme;
  const complete = holdsAll(wanted, observed, (type) => scheme.issueTypeIds.includes(type.id));
  return planScheme('issue-type-scheme', scheme, complete, choices);
}

export function planIssueTypeScreenScheme(wanted: Wanted, observed: Observed, choices: Choices): Step {
  const scheme = observed.issueTypeScreenScheme;
  const complete = holdsAll(wanted, observed, ({ key, id }) => {
    const type = wanted.workTypes.find((candidate) => candidate.key === key);
    const screens = type && screenSchemeOf(type, observed).found;
    return screens !== undefined && scheme.mappings[id] === String(screens.id);
  });
  return planScheme('issue-type-screen-scheme', scheme, complete, choices);
}

/** Whether a scheme holds all that it should. What the customer uses already in this project is left as it is. */
function holdsAll(wanted: Wanted, observed: Observed, holds: (type: OwnIssueType) => boolean): boolean {
  const types = ownIssueTypes(wanted, observed);
  return types.length === wanted.workTypes.length && types.every((type) => type.leftAlone || holds(type));
}
