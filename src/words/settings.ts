import type { FieldWords } from './approval';
import { counted } from './numbers';

/** Settings that change figures: where they stand in a list of what waits, and what they are called on their page. */
export const SETTINGS_OF_FIGURES = 'Settings that change figures';

export const SETTINGS_WORDS = {
  intro:
    'What figures are counted by, beside the risk criteria and the Statement of Applicability. A change counts once another person has approved it.',
  alone:
    'Until the first Statement of Applicability is approved, what you save counts at once, under your name; only whether the EU AI Act applies needs a second person.',
  loading: 'Loading the settings',
  failed: 'The settings cannot be shown',
  nothingSaved: 'Nothing was saved',
  save: 'Save',
  saveDraft: 'Save the draft',
  euAiAct: 'EU AI Act',
  aboutEuAiAct:
    'Applies unless you say no. With a no, a reason is asked for and nothing of the Act is: no screening, no duty. Whether it applies is a question of law that this app does not answer.',
  applies: 'It applies to us',
  appliesNot: 'It does not apply to us',
  reason: 'Why it does not apply',
  awareness: 'Awareness (7.3)',
  percent: 'Share of the audience that must have confirmed the AI policy, in per cent',
  intervals: 'How long evidence counts',
  aboutIntervals:
    'Intervals are ours; the standard asks for “planned intervals”. What is not listed counts for as long as the app proposes. How long an assessment of risks counts stands in the risk criteria.',
  noIntervals: 'None is your own: each is as the app proposes.',
  requirement: 'Requirement',
  months: 'Months',
  proposed: 'Proposed',
  add: 'Set the interval',
  resolutions: 'Resolutions',
  neverDone: 'Issues resolved so were never done, and count as if they were not linked',
  onlyProposed: '(proposed: nobody has said so yet)',
  untilSaved: 'Until it is said, what nobody has said counts as done.',
} as const;

export const asProposedWords = (requirement: string): string => `Interval of ${requirement} as proposed`;
export const monthsWords = (months: number): string => counted(months, 'month', 'months');
export const intervalRowWords = (requirement: string): string => `Evidence of ${requirement}`;
export const resolutionRowWords = (name: string): string => `Resolution “${name}”`;

/** Fields of the rows as they are read. */
export const SETTINGS_FIELDS: FieldWords = {
  names: {
    applies: 'Applies to us',
    reason: 'Why not',
    percent: 'Share of the audience',
    months: 'Counts for',
    means: 'Means',
  },
  value(field, value) {
    switch (field) {
      case 'applies':
        return value === true ? 'yes' : 'no';
      case 'percent':
        return `${value} %`;
      case 'months':
        return monthsWords(Number(value));
      case 'means':
        return value === 'not-done' ? 'never done' : 'done';
      default:
        return null;
    }
  },
};
