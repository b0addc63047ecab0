import { triage } from '../../../controls/decisions';
import { classesOf, type SystemThen } from './row';

export type ClosedFor = (typeof triage.notOpenFor)[number];

/**
 * Why an AI system is assessed whatever the answers are, or null. That nobody has screened it closes nothing yet: whether the EU
 * AI Act applies to the organisation is not recorded.
 */
export function closedFor(system: Pick<SystemThen, 'aiActClass'>): ClosedFor | null {
  const classes = classesOf(system);
  return (
    triage.notOpenFor.find(
      (rule) => !rule.onlyWhereActApplies && rule.classes.some((one: string) => classes.includes(one)),
    ) ?? null
  );
}
