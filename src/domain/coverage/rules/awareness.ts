import {
  type Acknowledged,
  type Counted,
  countedOf,
  isAudienceTooSmall,
  isByMembers,
  isUnreadTooLong,
  type Members,
} from '../../policy/awareness';
import { AWARENESS } from '../../requirement/named';
import { type Judged, withReasons } from '../evidence';
import type { Reason } from '../reason';
import type { OrganisationRule, OrganisationSituation } from './rule';

/**
 * 7.3: the current approval of the policy is confirmed by at least the threshold of today's members of its audience. An approval
 * from before audiences were groups gives a number instead; where more people acknowledged it than that, the number is wrong, and a share
 * of it says nothing.
 */
export const awareness: OrganisationRule = {
  requirement: AWARENESS,
  needs: ['acknowledgements', 'audience'],
  touchedBy: () => false,
  judge: judgeAwareness,
};

function judgeAwareness(evidence: Judged, situation: OrganisationSituation): Judged {
  const { awareness: known } = situation.decisions;
  if (known !== null && isByMembers(known)) return judgeMembers(evidence, known, situation);
  if (known === null || known.audience === 0) {
    const capped = evidence.verdict === 'suffices' ? 'in-progress' : evidence.verdict;
    return { verdict: capped, reasons: [below(0, situation), ...evidence.reasons] };
  }
  return judgeNumber(evidence, known, situation);
}

const below = (count: number, { settings }: OrganisationSituation): Reason => ({
  code: 'acknowledgements-below-threshold',
  count,
  detail: `${Math.round(100 * settings.awarenessThreshold)}`,
});

function judgeNumber(evidence: Judged, known: Acknowledged, situation: OrganisationSituation): Judged {
  if (isAudienceTooSmall(known)) {
    const tooSmall: Reason = { code: 'audience-too-small', count: known.acknowledged, detail: `${known.audience}` };
    return { verdict: 'in-progress', reasons: [tooSmall, ...evidence.reasons] };
  }
  return judgeShare(evidence, known.acknowledged, known.audience, situation);
}

function judgeShare(evidence: Judged, confirmed: number, of: number, situation: OrganisationSituation): Judged {
  const percent = Math.floor((100 * confirmed) / of);
  return confirmed / of >= situation.settings.awarenessThreshold
    ? { verdict: 'suffices', reasons: [{ code: 'acknowledged', count: percent }] }
    : { verdict: 'in-progress', reasons: [below(percent, situation), ...evidence.reasons] };
}

/** Members come and go by themselves, and a group that cannot be read stands as it was last read for some days alone. */
function judgeMembers(evidence: Judged, known: Members, situation: OrganisationSituation): Judged {
  const { calendar } = situation;
  const inProgress = (reason: Reason): Judged => ({
    verdict: 'in-progress',
    reasons: [reason, ...evidence.reasons],
  });
  if (known.groups === 0) return inProgress({ code: 'audience-nobody' });
  const unread = known.unreadOn === null ? null : { day: known.unreadOn };
  if (isUnreadTooLong(known, calendar)) return inProgress({ code: 'audience-unreadable', ...unread });
  const counted = countedOf(known, calendar);
  const judged =
    counted.members === 0
      ? inProgress({ code: 'audience-empty' })
      : judgeShare(evidence, counted.confirmed, counted.members, situation);
  const beside: Reason[] = [
    ...joinedLately(counted),
    ...(unread ? [{ code: 'audience-as-last-read', ...unread } as const] : []),
  ];
  return withReasons(judged, beside);
}

const joinedLately = ({ joinedLately: count, confirmedLately }: Counted): Reason[] =>
  count === 0 ? [] : [{ code: 'joined-lately', count, detail: `${confirmedLately}` }];
