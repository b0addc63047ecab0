import { createHash } from 'node:crypto';
import type { PlannedIssue } from '../../domain/import/planned-issue';
import { frameworkOf, MAIN_FRAMEWORK, numberOf } from '../../domain/requirement/requirement-id';
import type { FieldType } from '../../domain/vocabulary/field';
import { fieldOf, optionText } from '../../domain/vocabulary/vocabulary';

/** The beginning of a text's SHA-256, in hexadecimal digits. */
export const fingerprint = (text: string, length: number): string =>
  createHash('sha256').update(text).digest('hex').slice(0, length);

/**
 * What the file says about an issue, as 32 hexadecimal digits, and the state that it names after a dot. Days are those of
 * the first import, so they are left out.
 */
export function hashOf(planned: PlannedIssue): string {
  const { target } = planned;
  const state = target === null ? '' : 'stage' in target ? target.stage : target.progress;
  return `${fingerprint(JSON.stringify(releasedForm(planned)), 32)}.${state}`;
}

export const saidIn = (hash: string): string => hash.split('.')[0] ?? '';
export const stateIn = (hash: string): string | undefined => hash.split('.')[1];

/**
 * The form in which 0.1.0 took fingerprints, which are stored: options stand as the texts under which they were released,
 * requirements of ISO/IEC 42001 as their numbers.
 * In another form each row that was ever imported would look changed.
 */
function releasedForm({ kind, summary, description, requirements, labels, fields }: PlannedIssue): unknown {
  const valuesOf = (wanted: FieldType) => {
    const entries = Object.entries(fields).flatMap(([key, value]): [string, unknown][] => {
      if (fieldOf(key).type !== wanted) return [];
      const textOf = (word: string) => optionText(key, word) ?? word;
      return [[key, typeof value === 'string' ? textOf(value) : value.map(textOf)]];
    });
    return Object.fromEntries(entries);
  };
  const values =
    kind === 'ai-system'
      ? {
          paragraph: valuesOf('textarea'),
          text: valuesOf('textfield'),
          options: valuesOf('multiselect'),
          option: valuesOf('select'),
        }
      : {};
  const numbers = requirements.map((id) => (frameworkOf(id) === MAIN_FRAMEWORK ? numberOf(id) : id));
  return { kind, summary, description, requirements: numbers, labels, values };
}
