import { isAudienceTooSmall } from '../../policy/awareness';
import { AWARENESS } from '../../requirement/named';
import type { Judged } from '../evidence';
import type { Reason } from '../reason';
import type { OrganisationRule, OrganisationSituation } from './rule';

/**
 * 7.3: acknowledgement of the current policy version by at least the threshold of the audience of that day. Where more people
 * acknowledged than it is addressed to, that number is wrong, and a share of it says nothing.
 */
export const awareness: OrganisationRule = {
  requirement: AWARENESS,
  needs: ['acknowledgements'],
  touchedBy: () => false,
  judge: judgeAwareness,
};

function judgeAwareness(evidence: Judged, { decisions, settings }: OrganisationSituation): Judged {
  const { awareness: acknowledged } = decisions;
  const below = (count: number): Reason => ({
    code: 'acknowledgements-below-threshold',
    count,
    detail: `${Math.round(100 * settings.awarenessThreshold)}`,
  });
  if (acknowledged === null || acknowledged.audience === 0) {
    const capped = evidence.verdict === 'suffices' ? 'in-progress' : evidence.verdict;
    return { verdict: capped, reasons: [below(0), ...evidence.reasons] };
  }
  if (isAudienceTooSmall(acknowledged)) {
    const tooSmall: Reason = {
      code: 'audience-too-small',
      count: acknowledged.acknowledged,
      detail: `${acknowledged.audience}`,
    };
    return { verdict: 'in-progress', reasons: [tooSmall, ...evidence.reasons] };
  }
  const percent = Math.floor((100 * acknowledged.acknowledged) / acknowledged.audience);
  if (acknowledged.acknowledged / acknowledged.audience >= settings.awarenessThreshold) {
    return { verdict: 'suffices', reasons: [{ code: 'acknowledged', count: percent }] };
  }
  return {
    verdict: 'in-progress',
    reasons: [below(percent), ...evidence.reasons],
  };
}
