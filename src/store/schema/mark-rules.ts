import { RISK_CRITERIA, RISKS_AND_OPPORTUNITIES } from '../../domain/requirement/named';
import { markSubjects, subjectsOf } from '../mark';

/**
 * Marks what other rules than 0.1.0's decide now, so that states which nothing touches are counted by them, too: the two parts of
 * 6.1.1 and 6.1.2, and which acceptances count for 8.3 of every AI system.
 */
export async function markRules(): Promise<null> {
  const reached = { systems: [], requirements: [RISKS_AND_OPPORTUNITIES, RISK_CRITERIA], everySystem: true };
  // Marks have microseconds.
  await markSubjects(subjectsOf(reached), Date.now() * 1_000);
  return null;
}
