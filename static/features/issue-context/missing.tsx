import WarningIcon from '@atlaskit/icon/core/warning';
import { registerFields } from '../../../src/contract/register-fields';
import { CHECKLIST_WORDS, contradictionWords, missingWords } from '../../../src/words/issue-panel';
import { RowsLink, rowsOfSystem } from '../../shared/ui/rows-link';
import type { Context } from './context';
import styles from './issue-context.module.css';

/** What is missing before it counts, or can go on; what 10.2 asks for stands in a list of its own. */
export function Missing({ issueId, missing }: { issueId: string; missing: Context['missing'] }) {
  const shown = missing.filter(({ code }) => !(code in CHECKLIST_WORDS));
  if (shown.length === 0) return null;
  return (
    <section>
      <h2 className={styles.head}>Missing</h2>
      <ul className={styles.list}>
        {shown.map(({ code, count, options }) => (
          <li key={code} className={styles.missing}>
            <WarningIcon label="" size="small" color="currentColor" />{' '}
            {code === 'system-gaps' ? (
              <RowsLink to={rowsOfSystem(issueId)}>{missingWords(code, count)}</RowsLink>
            ) : code === 'class-contradiction' ? (
              contradictionWords(textsOf(options ?? []))
            ) : (
              missingWords(code, count)
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const CLASSES = registerFields('ai-system').find(({ key }) => key === 'ai-act-class')?.options ?? [];

const textsOf = (keys: readonly string[]): string[] =>
  CLASSES.filter(({ key }) => keys.includes(key)).map(({ text }) => text);
