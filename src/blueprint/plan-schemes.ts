import type { ObservedScheme } from '../jira/configuration/issue-type';
import type { Observed } from './observed';
import { type OwnIssueType, ownIssueTypes, screenSchemeOf } from './own';
import { type Choices, type Step, type StepKind, step } from './step';
import type { Wanted } from './wanted/wanted';

type AnyScheme = Pick<ObservedScheme, 'name' | 'sharedBy' | 'isDefault'>;

/** What happens to one of the project's schemes: kept, extended where only this project uses it, else copied. */
function planScheme(kind: StepKind, noun: string, scheme: AnyScheme, complete: boolean, choices: Choices): Step {
  const what = `${noun} "${scheme.name}"`;
  if (complete) return step(kind, 'project', 'keep', what, 'It holds the four issue types.');
  if (scheme.isDefault) {
    const why = "It is Jira's default, which projects made later will use too: this project gets a copy of its own.";
    return step(kind, 'project', 'create', what, why);
  }
  if (scheme.sharedBy.length === 0) {
    return step(kind, 'project', 'extend', what, 'Only this project uses it: the four issue types are added.');
  }
  const others = `${scheme.sharedBy.length} other ${scheme.sharedBy.length === 1 ? 'project shares' : 'projects share'} it`;
  return choices.sharedSchemes === 'extend'
    ? step(kind, 'project', 'extend', what, `${others}, and you chose to extend it for all of them.`)
    : step(kind, 'project', 'create', what, `${others}: this project gets a copy, the others keep theirs as it is.`);
}

export function planWorkflowScheme(wanted: Wanted, observed: Observed, choices: Choices): Step {
  const scheme = observed.workflowScheme;
  const complete = holdsAll(
    wanted,
    observed,
    (type) => type.workflow !== null && scheme.mappings[type.id] === type.workflow.name,
  );
  return planScheme('workflow-scheme', 'Workflow scheme', scheme, complete, choices);
}

export function planIssueTypeScheme(wanted: Wanted, observed: Observed, choices: Choices): Step {
  const scheme = observed.issueTypeScheme;
  const complete = holdsAll(wanted, observed, (type) => scheme.issueTypeIds.includes(type.id));
  return planScheme('issue-type-scheme', 'Issue type scheme', scheme, complete, choices);
}

export function planIssueTypeScreenScheme(wanted: Wanted, observed: Observed, choices: Choices): Step {
  const scheme = observed.issueTypeScreenScheme;
  const complete = holdsAll(wanted, observed, ({ key, id }) => {
    const type = wanted.workTypes.find((candidate) => candidate.key === key);
    const screens = type && screenSchemeOf(type, observed).found;
    return screens !== undefined && scheme.mappings[id] === String(screens.id);
  });
  return planScheme('issue-type-screen-scheme', 'Issue type screen scheme', scheme, complete, choices);
}

/** Whether a scheme holds all that it should. What the customer uses already in this project is left as it is. */
function holdsAll(wanted: Wanted, observed: Observed, holds: (type: OwnIssueType) => boolean): boolean {
  const types = ownIssueTypes(wanted, observed);
  return types.length === wanted.workTypes.length && types.every((type) => type.leftAlone || holds(type));
}
