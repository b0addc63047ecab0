import { addDays, utcDayOf } from '../../domain/day';
import { IMPACT_ASSESSMENT } from '../../domain/requirement/named';
import { bodyText } from '../decision';
import { change } from '../sql';

/** What one person alone decided counts for so many days more: time for a second person to look at it. */
const DAYS = 60;

/**
 * Says once, durably, until when triages and what is met in common count that one person alone decided in 0.1.0. Where there are
 * none nothing is said; said again, the first day stays. They themselves stay as they are.
 */
export async function copySecondPerson(): Promise<null> {
  const now = Date.now();
  const body = bodyText('second-person-due', { until: addDays(utcDayOf(now), DAYS) });
  await change(
    `INSERT INTO aims_decision (decision_id, kind, subject, requirement_id, at, person, body)
     SELECT 'second-person-due', 'second-person-due', 'organisation', ?, ?, '', ? FROM aims_decision
     WHERE kind IN ('impact-triage', 'met-in-common') LIMIT 1
     ON DUPLICATE KEY UPDATE kind = 'second-person-due'`,
    [IMPACT_ASSESSMENT, now, body],
  );
  return null;
}
