import { type Item, text } from './seen-items';

const STAGES = [
  'Inception',
  'Design and development',
  'Verification and validation',
  'Deployment',
  'Operation and monitoring',
];
const DUE: Readonly<Record<string, string>> = {
  inception: 'Inception',
  'design-and-development': 'Design and development',
  'verification-and-validation': 'Verification and validation',
  deployment: 'Deployment',
  'operation-and-monitoring': 'Operation and monitoring',
};

/** Whether the furthest stage of an AI system is the one from which something is asked for, or beyond. */
export const hasCome = (dueFrom: string, system: Item): boolean =>
  furthest(system) >= STAGES.indexOf(DUE[dueFrom] ?? '');

/** Going back makes nothing "not due"; Re-evaluation and whatever is not known count as Operation. */
function furthest(system: Item): number {
  const places = system.statuses
    .filter((status) => status !== 'Retired' && status !== 'Rejected')
    .map((status) => (STAGES.includes(status) ? STAGES.indexOf(status) : STAGES.length - 1));
  return places.length === 0 ? STAGES.length - 1 : Math.max(...places);
}

/** Conditions read the system's own fields; empty counts as true. */
export function holds(condition: string, system: Item, waived: boolean): boolean {
  const parts = ([system.fields['Our part'] ?? []].flat() as string[]).map((part) => part.split(' ')[0]);
  const plays = (...wanted: string[]) => parts.length === 0 || wanted.some((part) => parts.includes(part));
  const possibly = (field: string) => text(system, field) !== 'No';
  const rules: Readonly<Record<string, boolean>> = {
    'triage-not-none': !waived,
    'third-parties-involved': possibly('Third parties involved'),
    'develop-or-adapt': plays('Develop', 'Adapt'),
    'develop-adapt-or-control-input-data': plays('Develop', 'Adapt') || possibly('We control input data'),
    'control-logs': possibly('We control logs'),
    'develop-or-provide': plays('Develop', 'Provide'),
    use: plays('Use'),
  };
  const rule = rules[condition];
  if (rule === undefined) throw new Error(`The rules know no condition ${condition}.`);
  return rule;
}
