/** What a step does to the site. There is no word for removing: the app only adds. */
export type Impact = 'create' | 'adopt' | 'extend' | 'keep' | 'refuse';

/** What a step is about, by its kind: what it is called on the site, and what tells it apart. */
export interface Subjects {
  'issue-type': { name: string };
  statuses: { count: number };
  'link-type': { name: string; outward: string; inward: string };
  workflow: { name: string; statuses: number; transitions: number };
  field: { name: string; options: number | null };
  screen: { name: string; fields: number };
  'screen-scheme': { name: string };
  'issue-type-scheme': { name: string };
  'issue-type-screen-scheme': { name: string };
  'workflow-scheme': { name: string };
  /** A screen of the project's other issue types. */
  'other-screen': { name: string };
  /** The project, which takes part. */
  enrol: { name: string };
}

export type StepKind = keyof Subjects;

/** What using a field of the customer's adds to it. */
export type FieldAddition =
  | { code: 'nothing' }
  | { code: 'context' }
  | { code: 'options'; count: number; context: string };

/** What a step rests on: how the site differs from what is wanted, or that it does not. `src/words/setup.ts` tells each. */
export type Difference =
  | { code: 'there-already' }
  | { code: 'beside-namesake' }
  | { code: 'used-as-chosen' }
  | { code: 'description'; text: string }
  | { code: 'statuses-missing'; count: number }
  | { code: 'statuses-beside'; names: readonly string[] }
  | { code: 'statuses-used'; names: readonly string[] }
  | { code: 'link-purpose' }
  | { code: 'workflow-of'; name: string }
  | { code: 'workflow-complete' }
  | { code: 'workflow-gains'; names: readonly string[] }
  | { code: 'workflow-keeps'; names: readonly string[] }
  | { code: 'field-for-projects' }
  | { code: 'field-in-project' }
  | { code: 'field-joins-project' }
  | { code: 'field-options-missing'; count: number }
  | { code: 'field-without-help' }
  | { code: 'field-first-context' }
  | { code: 'field-used-with'; adds: FieldAddition }
  | { code: 'screen-of'; name: string }
  | { code: 'screen-tabs'; names: readonly string[] }
  | { code: 'screen-complete' }
  | { code: 'screen-fields-missing'; count: number }
  | { code: 'screen-tabs-missing'; names: readonly string[] }
  | { code: 'shows-screen-of'; name: string }
  | { code: 'scheme-complete' }
  | { code: 'scheme-default' }
  | { code: 'scheme-own' }
  | { code: 'scheme-extended'; others: number }
  | { code: 'scheme-copied'; others: number }
  | { code: 'linked-fields-shown' }
  | { code: 'linked-fields-missing'; names: readonly string[] }
  | { code: 'takes-part' }
  | { code: 'will-take-part' };

interface StepOf<Kind extends StepKind> {
  /** `<kind>:<key>`, the same for the same wanted object in every plan. */
  id: string;
  kind: Kind;
  key: string;
  impact: Impact;
  subject: Subjects[Kind];
  differences: readonly Difference[];
}

export type Step = { [Kind in StepKind]: StepOf<Kind> }[StepKind];

/** One step of a plan; its id is the same for the same wanted object in every plan. */
export function step<Kind extends StepKind>(
  kind: Kind,
  key: string,
  impact: Impact,
  subject: Subjects[Kind],
  ...differences: readonly Difference[]
): Step {
  return { id: `${kind}:${key}`, kind, key, impact, subject, differences } as Step;
}

/** Who uses something of the customer's now. */
export type NamesakeUse =
  | { code: 'projects'; count: number }
  | { code: 'links' }
  | { code: 'field'; projects: number | 'all'; contexts: number; screens: number };

/** What using it for the AIMS would add to it. */
export type NamesakeAddition = FieldAddition | { code: 'keeps-workflow' } | { code: 'joins-project' };

/** Something of the customer's that has a wanted name and could be used instead of one of the app's own. */
export interface Namesake<Ref extends string = string> {
  ref: Ref;
  kind: 'issue-type' | 'link-type' | 'field';
  name: string;
  use: NamesakeUse;
  adds: NamesakeAddition;
}
