import type { CoverageState } from '../../shared/ui/states';

/** One or two characters a state: thousands of cells scroll past, and a drawn icon in each would not. */
export const SIGNS: Readonly<Record<CoverageState, string>> = {
  verified: '✓✓',
  implemented: '✓',
  'in-progress': '◐',
  planned: '○',
  stale: '◷',
  gap: '▢',
  undecided: '?',
  nonconforming: '!',
  excluded: '–',
  'not-due': '·',
};
