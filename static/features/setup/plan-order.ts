import type { Output } from '../../../src/contract/procedures';
import { counted } from '../../../src/words/numbers';

export type Step = Output<'setup.plan'>['steps'][number];
type Kind = Step['kind'];

/** What a step of each kind is counted as, in the order in which other people notice it. */
const NOUNS: Readonly<Record<Kind, readonly [one: string, many: string]>> = {
  'workflow-scheme': ['scheme', 'schemes'],
  'issue-type-scheme': ['scheme', 'schemes'],
  'issue-type-screen-scheme': ['scheme', 'schemes'],
  'other-screen': ['screen', 'screens'],
  'issue-type': ['issue type', 'issue types'],
  'link-type': ['link type', 'link types'],
  statuses: ['set of statuses', 'sets of statuses'],
  workflow: ['workflow', 'workflows'],
  'screen-scheme': ['screen scheme', 'screen schemes'],
  screen: ['screen', 'screens'],
  enrol: ['project that takes part', 'projects that take part'],
  field: ['field', 'fields'],
};
const KINDS = Object.keys(NOUNS);

/** Steps that are read as one row: fields, and whatever is there already, where the same is said of each. */
export interface Row {
  impact: Step['impact'];
  what: string;
  why: string;
  /** The steps behind the row when they are several. */
  of: readonly Step[];
}

export const isChange = ({ impact }: Step): boolean => impact === 'create' || impact === 'extend';

const rankOf = (step: Step): number => (step.impact === 'refuse' ? 0 : isChange(step) ? 1 : 2);
const noticed = (a: Step, b: Step): number =>
  rankOf(a) - rankOf(b) || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.impact.localeCompare(b.impact);

/** Groups in the order of their first member. */
function grouped(steps: readonly Step[], by: (step: Step) => string): Step[][] {
  const groups = new Map<string, Step[]>();
  for (const step of steps.toSorted(noticed)) groups.set(by(step), [...(groups.get(by(step)) ?? []), step]);
  return [...groups.values()];
}

/** A plan as somebody reads it: what stops it, what changes, what is there already. */
export function rowsOf(steps: readonly Step[]): Row[] {
  const alike = (step: Step) => rankOf(step) === 2 || (step.kind === 'field' && isChange(step));
  return grouped(steps, (step) => (alike(step) ? `${step.kind} ${step.impact} ${step.why}` : step.id)).flatMap(
    ([first, ...others]): Row[] => {
      if (!first) return [];
      const { impact, kind, what, why } = first;
      if (others.length === 0) return [{ impact, what, why, of: [] }];
      return [{ impact, what: counted(others.length + 1, ...NOUNS[kind]), why, of: [first, ...others] }];
    },
  );
}

const CONTEXT = ['field for this project', 'fields for this project'] as const;
const nounOf = ({ kind, impact }: Step) => (kind === 'field' && impact === 'extend' ? CONTEXT : NOUNS[kind]);

/** "3 schemes, 1 screen, 1 project that takes part, 52 fields for this project": what the changes of a plan come to. */
export function changesWords(steps: readonly Step[]): string {
  return grouped(steps.filter(isChange), (step) => nounOf(step)[0])
    .map((group) => counted(group.length, ...(group[0] ? nounOf(group[0]) : CONTEXT)))
    .join(', ');
}
