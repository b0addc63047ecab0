import type { Part } from './observed';

/** What a step does to the site. There is no word for removing: the app only adds. */
export type Impact = 'create' | 'adopt' | 'extend' | 'keep' | 'refuse';

export interface Step {
  /** `<kind>:<key>`, the same for the same wanted object in every plan. */
  id: string;
  kind: StepKind;
  key: string;
  impact: Impact;
  what: string;
  why: string;
}

export type StepKind =
  | 'issue-type'
  | 'statuses'
  | 'link-type'
  | 'workflow'
  | 'field'
  | 'screen'
  | 'screen-scheme'
  | 'issue-type-scheme'
  | 'issue-type-screen-scheme'
  | 'workflow-scheme'
  | 'other-screen'
  | 'enrol';

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

/** One step of a plan; its id is the same for the same wanted object in every plan. */
export function step(kind: StepKind, key: string, impact: Impact, what: string, why: string): Step {
  return { id: `${kind}:${key}`, kind, key, impact, what, why };
}

/** Why something is made beside a namesake. */
export const beside = (noun: string): string =>
  `Yours of this name stays as it is: the app makes a ${noun} of its own.`;
