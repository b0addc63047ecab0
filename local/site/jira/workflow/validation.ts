import type { Status } from '../model/entities';
import type { Site } from '../site';
import { ACTIONS } from './actions';
import { CONDITIONS } from './conditions';
import type { CreatePayload, TransitionInput, WorkflowInput } from './payload';
import type { ParameterCheck } from './rule';
import { VALIDATORS } from './validators';

/** `WorkflowValidationError`. */
export interface Problem {
  readonly level: 'ERROR' | 'WARNING';
  readonly code: string;
  readonly message: string;
  readonly type: 'RULE' | 'STATUS' | 'TRANSITION' | 'WORKFLOW' | 'SCOPE';
  readonly elementReference?: Readonly<Record<string, string>>;
}

type StatusInput = CreatePayload['statuses'][number];

const problem = (
  type: Problem['type'],
  code: string,
  message: string,
  elementReference?: Problem['elementReference'],
): Problem => ({
  level: 'ERROR',
  code,
  message,
  type,
  ...(elementReference ? { elementReference } : {}),
});

/** What is wrong with the statuses of a request: unknown ids, taken names, a category that is not the status's own. */
export function checkStatuses(site: Site, statuses: readonly StatusInput[], projectId: string | null): Problem[] {
  const seen = new Set<string>();
  return statuses.flatMap((input) => {
    const at = { statusReference: input.statusReference };
    const repeated = seen.has(input.statusReference);
    seen.add(input.statusReference);
    if (repeated)
      return [
        problem(
          'STATUS',
          'DUPLICATE_STATUS_REFERENCE',
          `The status reference '${input.statusReference}' is used twice.`,
          at,
        ),
      ];
    if (input.id === undefined) {
      const taken = site.store.statuses.find(
        (status) => status.projectId === projectId && status.name.toLowerCase() === input.name.toLowerCase(),
      );
      return taken
        ? [
            problem(
              'STATUS',
              'NON_UNIQUE_STATUS_NAME',
              `A status named '${taken.name}' exists already; give its id to use it.`,
              at,
            ),
          ]
        : [];
    }
    return existing(site.store.statuses.get(input.id), input);
  });
}

function existing(status: Status | undefined, input: StatusInput): Problem[] {
  const at = { statusReference: input.statusReference };
  if (!status) return [problem('STATUS', 'STATUS_NOT_FOUND', `The status with id ${input.id} does not exist.`, at)];
  if (status.category !== input.statusCategory)
    return [
      problem(
        'STATUS',
        'STATUS_CATEGORY_MISMATCH',
        `The status '${status.name}' has the category ${status.category}, not ${input.statusCategory}.`,
        at,
      ),
    ];
  return [];
}

/** What is wrong with the shape and the rules of one workflow. `known` holds the status references of the request. */
export function checkWorkflow(
  site: Site,
  input: Pick<WorkflowInput, 'statuses' | 'transitions'>,
  known: ReadonlySet<string>,
): Problem[] {
  const own = new Set(input.statuses.map((status) => status.statusReference));
  const problems = [...own]
    .filter((reference) => !known.has(reference))
    .map((reference) =>
      problem(
        'STATUS',
        'STATUS_REFERENCE_UNKNOWN',
        `The status reference '${reference}' is not among the statuses of the request.`,
        { statusReference: reference },
      ),
    );
  const initial = input.transitions.filter((transition) => transition.type === 'INITIAL');
  if (initial.length !== 1)
    problems.push(
      problem(
        'WORKFLOW',
        'INITIAL_TRANSITION_COUNT',
        `A workflow needs exactly one initial transition; it has ${initial.length}.`,
      ),
    );
  const ids = input.transitions.map((transition) => transition.id);
  if (new Set(ids).size < ids.length)
    problems.push(
      problem('WORKFLOW', 'DUPLICATE_TRANSITION_ID', 'The ids of the transitions must be unique within the workflow.'),
    );
  return [
    ...problems,
    ...input.transitions.flatMap((transition) => checkTransition(site, transition, own)),
    ...checkNames(input.transitions),
  ];
}

/** Two transitions out of one status may not have the same name. */
function checkNames(transitions: readonly TransitionInput[]): Problem[] {
  const seen = new Set<string>();
  return transitions.flatMap((transition) =>
    transition.links.flatMap(({ fromStatusReference = '' }) => {
      const key = `${fromStatusReference}\n${transition.name.toLowerCase()}`;
      const repeated = seen.has(key);
      seen.add(key);
      return repeated
        ? [
            problem(
              'TRANSITION',
              'NON_UNIQUE_TRANSITION_NAME',
              `Two transitions from one status are named '${transition.name}'.`,
              { transitionId: transition.id },
            ),
          ]
        : [];
    }),
  );
}

function checkTransition(site: Site, transition: TransitionInput, own: ReadonlySet<string>): Problem[] {
  const at = { transitionId: transition.id };
  const problems: Problem[] = [];
  const wrong = (code: string, message: string) => problems.push(problem('TRANSITION', code, message, at));
  const references = [transition.toStatusReference, ...transition.links.map((link) => link.fromStatusReference ?? '')];
  for (const reference of references.filter((one) => !own.has(one)))
    wrong(
      'TRANSITION_STATUS_UNKNOWN',
      `The transition '${transition.name}' names the status reference '${reference}', which is not in the workflow.`,
    );
  if (transition.type === 'DIRECTED' && transition.links.length === 0)
    wrong('DIRECTED_WITHOUT_SOURCE', `The transition '${transition.name}' needs at least one source status.`);
  if (transition.type !== 'DIRECTED' && transition.links.length > 0)
    wrong(
      'LINKS_NOT_ALLOWED',
      `Only a DIRECTED transition has source statuses; '${transition.name}' is ${transition.type}.`,
    );
  if (transition.type === 'INITIAL' && transition.conditions)
    wrong('INITIAL_WITH_CONDITIONS', 'An initial transition cannot have conditions.');
  return [...problems, ...checkRules(site, transition)];
}

function checkRules(site: Site, transition: TransitionInput): Problem[] {
  const screen: Record<string, { check: ParameterCheck }> = {
    'system:transition-screen': {
      check: (_site, parameters) =>
        site.store.screens.get(parameters.screenId ?? '')
          ? null
          : `The screen '${parameters.screenId}' does not exist.`,
    },
  };
  const groups = [
    [flatten(transition.conditions), CONDITIONS],
    [transition.validators, VALIDATORS],
    [transition.actions, ACTIONS],
    [transition.transitionScreen ? [transition.transitionScreen] : [], screen],
  ] as const;
  return groups.flatMap(([rules, known]) =>
    rules.flatMap((rule) => {
      const kind = known[rule.ruleKey];
      const text = kind
        ? kind.check(site, rule.parameters)
        : `The rule '${rule.ruleKey}' is not available here; this site knows ${Object.keys(known).join(', ')}.`;
      return text === null
        ? []
        : [
            problem('RULE', kind ? 'INVALID_RULE_PARAMETERS' : 'UNKNOWN_RULE', text, {
              transitionId: transition.id,
              ...(rule.id === undefined ? {} : { ruleId: rule.id }),
            }),
          ];
    }),
  );
}

type RuleInput = TransitionInput['validators'][number];

function flatten(group: TransitionInput['conditions']): RuleInput[] {
  if (!group) return [];
  return [...(group.conditions ?? []), ...(group.conditionGroups ?? []).flatMap(flatten)];
}
