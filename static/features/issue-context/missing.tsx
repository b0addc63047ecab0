import WarningIcon from '@atlaskit/icon/core/warning';
import { registerFields } from '../../../src/contract/register-fields';
import { counted } from '../../../src/words/numbers';
import { RowsLink, rowsOfSystem } from '../../shared/ui/rows-link';
import type { Context } from './context';
import styles from './issue-context.module.css';

const WORDS: Readonly<Record<string, string>> = {
  requirement: 'It names no requirement.',
  system: 'It concerns no AI system, so it counts for none: add a link “concerns”.',
  'effective-date': 'A requirement asks for a record: fill in “Evidence effective date” when it is done.',
  rating: 'Likelihood or consequence is empty: it is not rated.',
  treatment: 'Above the threshold and nothing treats it.',
  acceptance: 'Above the threshold, and the residual risk is not accepted.',
  'acceptance-expired': 'The acceptance has expired: review it and accept it anew.',
  nonconformity: 'It corrects no nonconformity: add a link “corrects”.',
  correction: 'Correction is empty.',
  cause: 'Cause is empty.',
  'corrective-action': 'No finished corrective action corrects it.',
  effectiveness: 'Effectiveness is not “Effective” with a date.',
  'aims-changes': '“AIMS changes” is empty: write what changed, or “none”.',
};
/** What 10.2 asks for stands in a list of its own. */
const IN_CHECKLIST = new Set(['correction', 'cause', 'corrective-action', 'effectiveness', 'aims-changes']);

/** What is missing before it counts, or can go on. */
export function Missing({ issueId, missing }: { issueId: string; missing: Context['missing'] }) {
  const shown = missing.filter(({ code }) => !IN_CHECKLIST.has(code));
  if (shown.length === 0) return null;
  return (
    <section>
      <h2 className={styles.head}>Missing</h2>
      <ul className={styles.list}>
        {shown.map(({ code, count, options }) => (
          <li key={code} className={styles.missing}>
            <WarningIcon label="" size="small" color="currentColor" />{' '}
            {code === 'system-gaps' ? (
              <RowsLink to={rowsOfSystem(issueId)}>{wordsOf(code, count)}</RowsLink>
            ) : code === 'class-contradiction' ? (
              contradictionWords(options ?? [])
            ) : (
              wordsOf(code, count)
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function wordsOf(code: string, count: number): string {
  if (code === 'system-gaps')
    return `${counted(count, 'requirement that is due is', 'requirements that are due are')} not implemented.`;
  return WORDS[code] ?? code.replaceAll('-', ' ');
}

const CLASSES = registerFields('ai-system').find(({ key }) => key === 'ai-act-class')?.options ?? [];

function contradictionWords(keys: readonly string[]): string {
  const words = CLASSES.filter(({ key }) => keys.includes(key)).map(({ text }) => `“${text}”`);
  return `The AI Act class says ${words.length === 2 ? 'two things' : 'things'} that exclude each other: ${words.join(', ')}.`;
}
