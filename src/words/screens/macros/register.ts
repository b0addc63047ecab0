import { unseenWords } from '../../not-allowed';
import { counted } from '../../numbers';

/** The register of AI systems on a page. */
export const NO_SYSTEM_HERE = 'No AI system is registered here yet.';
export const AI_ACT_CLASS = 'AI Act class';
export const NOT_SCREENED = 'Not screened';
export const NO_RISK_RECORDED = 'No risk recorded';

/**
 * What is counted and not listed, without a word about what it is.
 * @param beyond how many the list had no room for
 */
export function moreSystemsWords(beyond: number, hidden: number): string {
  const parts = [
    ...(beyond > 0 ? [`${counted(beyond, 'more AI system', 'more AI systems')} in Jira`] : []),
    ...(hidden > 0 ? [unseenWords(hidden)] : []),
  ];
  return parts.length === 0 ? '' : `And ${parts.join(', and ')}.`;
}
