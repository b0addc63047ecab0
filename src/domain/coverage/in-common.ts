import type { ConditionKey } from '../../../controls';
import type { Calendar, Day } from '../day';
import type { Decisions, MetInCommon } from '../decision/decision';
import { inCommonStanding } from '../in-common/standing';
import type { Contribution } from '../item/contribution';
import type { ItemFact } from '../item/item-fact';
import { type Judged, withReasons } from './evidence';
import type { Reason } from './reason';

/** What is met in common for one requirement of one AI system: what counts today, and what did until it ended. */
export interface InCommon {
  current: readonly Contribution[];
  ended: readonly Contribution[];
  decisions: { current: readonly MetInCommon[]; ended: readonly MetInCommon[] };
}

/** @param named everything that names the requirement */
export function inCommonFor(
  named: readonly Contribution[],
  system: ItemFact,
  { metInCommon }: Pick<Decisions, 'metInCommon'>,
  isTrue: (condition: ConditionKey) => boolean,
  calendar: Calendar,
): InCommon {
  const stood = named.flatMap((entry) => {
    const standing = inCommonStanding(entry, system, metInCommon, isTrue, calendar);
    return standing === null ? [] : [{ entry, ...standing }];
  });
  const of = (counts: boolean) => stood.filter((one) => one.counts === counts);
  return {
    current: of(true).map(({ entry }) => entry),
    ended: of(false).map(({ entry }) => entry),
    decisions: {
      current: of(true).map(({ decision }) => decision),
      ended: of(false).map(({ decision }) => decision),
    },
  };
}

/**
 * The judgement with what is met in common said beside it. What would suffice had its approval not ended is evidence that is not
 * current: stale.
 * @param judgedWith the judgement with those items counted as well
 */
export function withInCommon(
  judged: Judged,
  { ended, decisions }: InCommon,
  judgedWith: (ended: readonly Contribution[]) => Judged,
): Judged {
  const byOne = decisions.current.filter(({ byOnePerson }) => byOnePerson);
  const shown = withReasons(judged, [
    ...reasonOf(
      'in-common',
      decisions.current.filter(({ byOnePerson }) => !byOnePerson),
    ),
    ...reasonOf('in-common-by-one-person', byOne),
  ]);
  if (judged.verdict === 'suffices' || ended.length === 0 || judgedWith(ended).verdict !== 'suffices') return shown;
  return { verdict: 'stale', reasons: [...reasonOf('in-common-ended', decisions.ended), ...shown.reasons] };
}

type InCommonCode = 'in-common' | 'in-common-by-one-person' | 'in-common-ended';

function reasonOf(code: InCommonCode, decisions: readonly MetInCommon[]): Reason[] {
  const first: Day | undefined = decisions.map(({ validUntil }) => validUntil).sort()[0];
  if (first === undefined) return [];
  return [{ code, items: [...new Set(decisions.map(({ item }) => item))].sort(), day: first }];
}
