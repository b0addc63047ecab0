import type { StepKind } from '../domain/setup/step';
import type { Part } from './observed';

/** The part of the site that a step of a kind changes, and that is looked at again before and after it. */
export const PART_OF: Readonly<Record<StepKind, Part | null>> = {
  'issue-type': 'issue-types',
  statuses: 'statuses',
  'link-type': 'link-types',
  workflow: 'workflows',
  field: null, // looked at one by one
  screen: 'screens',
  'screen-scheme': 'screen-schemes',
  'issue-type-scheme': 'issue-type-scheme',
  'issue-type-screen-scheme': 'screen-schemes',
  'workflow-scheme': 'workflow-scheme',
  'other-screen': 'screens',
  enrol: null,
};

export interface Choices {
  sharedSchemes: 'copy' | 'extend';
  otherScreens: boolean;
  /** Wanted objects, by ref, for which the customer's namesake is used instead of one of the app's own. */
  adopt: readonly string[];
}
