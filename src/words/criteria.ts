import type { Acceptor } from '../domain/criteria/criteria';
import type { FieldWords } from './approval';
import { counted } from './numbers';
import { RISK_BAND_WORDS } from './risks';

/** Risk criteria: what they are called on their page, and what a change of them does. */
export const CRITERIA_INTRO =
  'How risks are rated, which levels are bearable, and who may accept them (clauses 6.1.1 and 6.1.2). The standard asks for criteria and leaves the scales to you: all of these are the app’s proposal. Reading them, changing what does not fit and having them approved is enough.';
export const LOADING_CRITERIA = 'Loading the risk criteria';
export const CRITERIA_NOT_SHOWN = 'The risk criteria cannot be shown';
export const NOTHING_WRITTEN = 'Nothing was written';
export const PROPOSAL =
  'This is what the app proposes. Until somebody approves criteria, figures go by its threshold, and any level may be accepted.';
export const LEVEL_RULE =
  'A level is likelihood times consequence, 1 to 25; of the three consequences the worst counts.';
export const ACCEPTANCE_RULE =
  'From the first band on in which nobody may accept, no acceptance counts. Whoever accepts is neither assigned to the risk nor the owner of the AI system.';

/** Headings of the parts of criteria, by the first word of their rows’ keys. */
export const CRITERIA_PARTS: Readonly<Record<string, string>> = {
  rating: 'How to rate',
  likelihood: 'Likelihood',
  consequence: 'Consequence',
  threshold: 'Threshold',
  band: 'Bands of levels',
  interval: 'How long an assessment counts',
  opportunities: 'How opportunities are taken up',
};

export const ACCEPTOR_WORDS: Readonly<Record<Acceptor, string>> = {
  'aims-approvers': 'AIMS approvers of the project',
  'top-management': 'Top management',
  nobody: 'Nobody',
};

/** What a row is called. */
export function criteriaRowWords(key: string): string {
  const [part = '', which] = key.split('/');
  if (part === 'band') return RISK_BAND_WORDS[which as keyof typeof RISK_BAND_WORDS] ?? key;
  return which === undefined ? (CRITERIA_PARTS[part] ?? key) : `${CRITERIA_PARTS[part] ?? part} ${which}`;
}

/** What a field of a row is called. */
const FIELD_NAMES: Readonly<Record<string, string>> = {
  word: 'Word',
  often: 'How often',
  sign: 'Observable sign',
  means: 'What it means',
  organisation: 'For the organisation',
  individuals: 'For individuals and groups',
  society: 'For society',
  level: 'Above this level a risk needs treatment and an acceptance',
  to: 'Up to level',
  says: 'In a sentence',
  do: 'What is done',
  who: 'Who may accept what remains',
  months: 'Months',
  words: 'Text',
};

/** Fields of criteria as they are read. */
export const CRITERIA_FIELDS: FieldWords = {
  names: FIELD_NAMES,
  value(field, value) {
    if (field === 'who') return (ACCEPTOR_WORDS as Readonly<Record<string, string>>)[String(value)] ?? String(value);
    return isConsequence(value) ? `${value.means} ${FIELD_NAMES.sign}: ${value.sign}` : String(value);
  },
};

const isConsequence = (value: unknown): value is { means: string; sign: string } =>
  typeof value === 'object' && value !== null && 'means' in value && 'sign' in value;

export const changeRowWords = (row: string): string => `Change ${row}`;

interface Effect {
  risks: number;
  otherBand: number;
  nowAbove: number;
  noLongerAbove: number;
  acceptancesEnd: number;
  olderWords: number;
}

/** What an approval does to the risks that are there: a sentence for each count that is not zero. */
export function effectWords({ risks, ...effect }: Effect): string[] {
  const risk = (count: number, verb: readonly [string, string]) =>
    counted(count, `risk ${verb[0]}`, `risks ${verb[1]}`);
  const lines = [
    effect.otherBand > 0 && `${risk(effect.otherBand, ['lies', 'lie'])} in another band.`,
    effect.nowAbove > 0 && `${risk(effect.nowAbove, ['is', 'are'])} above the threshold then.`,
    effect.noLongerAbove > 0 && `${risk(effect.noLongerAbove, ['is', 'are'])} not above the threshold any more.`,
    effect.acceptancesEnd > 0 &&
      `${counted(effect.acceptancesEnd, 'acceptance does', 'acceptances do')} not count any more.`,
    effect.olderWords > 0 &&
      `${risk(effect.olderWords, ['was', 'were'])} rated by words that change; the next assessment confirms them.`,
  ].filter((line) => line !== false);
  return lines.length > 0 ? lines : [`Nothing changes for the ${counted(risks, 'risk', 'risks')} that are there.`];
}
export const EFFECT_TITLE = 'What the approval does to the risks that are there';
export const LOADING_EFFECT = 'Counting what it does';
export const EFFECT_NOT_SHOWN = 'What it does cannot be counted';
