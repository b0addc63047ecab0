import type { Output } from '../../../src/contract/procedures';
import { counted } from '../../../src/words/numbers';
import { FIELD_JOINED, STEP_NOUNS } from '../../../src/words/screens/setup/plan';

export type Step = Output<'setup.plan'>['steps'][number];

const KINDS = Object.keys(STEP_NOUNS);

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
      return [{ impact, what: counted(others.length + 1, ...STEP_NOUNS[kind]), why, of: [first, ...others] }];
    },
  );
}

const nounOf = ({ kind, impact }: Step) => (kind === 'field' && impact === 'extend' ? FIELD_JOINED : STEP_NOUNS[kind]);

/** "3 schemes, 1 screen, 1 project that takes part, 52 fields for this project": what the changes of a plan come to. */
export function changesWords(steps: readonly Step[]): string {
  return grouped(steps.filter(isChange), (step) => nounOf(step)[0])
    .map((group) => counted(group.length, ...(group[0] ? nounOf(group[0]) : FIELD_JOINED)))
    .join(', ');
}
