import { named, type Observed } from './observed';
import { type Choices, type Step, type StepKind, step } from './step';
import type { Wanted } from './wanted/wanted';

/** The issue type ids of the app's work types, as far as they exist. */
export function ownIssueTypes(
  wanted: Wanted,
  observed: Observed,
): { key: string; id: string; workflow: string; name: string }[] {
  return wanted.workTypes.flatMap(({ key, name, workflow }) => {
    const found = observed.issueTypes.find((candidate) => candidate.name === name && !candidate.subtask);
    return found ? [{ key, id: found.id, workflow, name }] : [];
  });
}

function planScheme(
  kind: StepKind,
  what: string,
  complete: boolean,
  sharedBy: readonly string[],
  editable: boolean,
  choices: Choices,
): Step {
  if (complete) return step(kind, 'project', 'keep', what, 'It holds the four issue types.');
  if (!editable)
    return step(
      kind,
      'project',
      'create',
      what,
      'The project uses a default of Jira that cannot be edited: it gets a copy of its own.',
    );
  if (sharedBy.length === 0)
    return step(kind, 'project', 'extend', what, 'Only this project uses it: the four issue types are added.');
  const others = `${sharedBy.length} other ${sharedBy.length === 1 ? 'project shares' : 'projects share'} it`;
  if (choices.sharedSchemes === 'extend')
    return step(kind, 'project', 'extend', what, `${others}, and you chose to extend it for all of them.`);
  return step(
    kind,
    'project',
    'create',
    what,
    `${others}: this project gets a copy of its own, the others keep theirs as it is.`,
  );
}

export function planWorkflowScheme(wanted: Wanted, observed: Observed, choices: Choices): Step {
  const scheme = observed.workflowScheme;
  const types = ownIssueTypes(wanted, observed);
  const complete =
    types.length === wanted.workTypes.length && types.every((type) => scheme.mappings[type.id] === type.workflow);
  return planScheme(
    'workflow-scheme',
    `Workflow scheme "${scheme.name}"`,
    complete,
    scheme.sharedBy,
    scheme.id !== null,
    choices,
  );
}

export function planIssueTypeScheme(wanted: Wanted, observed: Observed, choices: Choices): Step {
  const scheme = observed.issueTypeScheme;
  const types = ownIssueTypes(wanted, observed);
  const complete =
    types.length === wanted.workTypes.length && types.every((type) => scheme.issueTypeIds.includes(type.id));
  return planScheme(
    'issue-type-scheme',
    `Issue type scheme "${scheme.name}"`,
    complete,
    scheme.sharedBy,
    true,
    choices,
  );
}

export function planIssueTypeScreenScheme(wanted: Wanted, observed: Observed, choices: Choices): Step {
  const scheme = observed.issueTypeScreenScheme;
  const complete =
    ownIssueTypes(wanted, observed).length === wanted.workTypes.length &&
    ownIssueTypes(wanted, observed).every((type) => {
      const wantedScheme = observed.screenSchemes.find((candidate) => candidate.name === named.screenScheme(type.name));
      return wantedScheme !== undefined && scheme.mappings[type.id] === String(wantedScheme.id);
    });
  return planScheme(
    'issue-type-screen-scheme',
    `Issue type screen scheme "${scheme.name}"`,
    complete,
    scheme.sharedBy,
    true,
    choices,
  );
}
