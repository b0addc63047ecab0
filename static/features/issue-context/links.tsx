import { hiddenLinksWords } from '../../../src/words/screens/issue-context/panel';
import { ROLE_WORDS } from '../../../src/words/screens/issue-context/roles';
import { IssueLink } from '../../shared/ui/issue-link';
import texts from '../../shared/ui/text.module.css';
import type { Context } from './context';
import styles from './issue-context.module.css';

/** Links of the app's own types, by what they say. */
export function Links({ context: { links } }: { context: Context }) {
  if (links.length === 0) return null;
  return (
    <section>
      <h2 className={styles.head}>Links</h2>
      {links.map(({ role, direction, issues, hidden }) => (
        <div key={`${role} ${direction}`} data-testid="links">
          <span className={texts.aside}>{ROLE_WORDS[role][direction]}</span>
          <ul className={styles.list}>
            {issues.map((issue) => (
              <li key={issue.issueId}>
                <IssueLink issueKey={issue.key} /> {issue.summary} <span className={texts.aside}>{issue.status}</span>
              </li>
            ))}
            {hidden > 0 && <li className={texts.aside}>{hiddenLinksWords(hidden, issues.length > 0)}</li>}
          </ul>
        </div>
      ))}
    </section>
  );
}
