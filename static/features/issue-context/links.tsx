import { countWords } from '../../../src/words/numbers';
import { IssueLink } from '../../shared/ui/issue-link';
import type { Context } from './context';
import { ROLE_WORDS } from './role-words';

/** Links of the app's own types, by what they say. */
export function Links({ context: { links } }: { context: Context }) {
  if (links.length === 0) return null;
  return (
    <section>
      <h2 className="context-head">Links</h2>
      {links.map(({ role, direction, issues, hidden }) => (
        <div key={`${role} ${direction}`} className="context-links">
          <span className="subtle small">{ROLE_WORDS[role][direction]}</span>
          <ul className="context-list">
            {issues.map((issue) => (
              <li key={issue.issueId}>
                <IssueLink issueKey={issue.key} /> {issue.summary} <span className="subtle small">{issue.status}</span>
              </li>
            ))}
            {hidden > 0 && (
              <li className="subtle small">
                {issues.length > 0 ? 'and ' : ''}
                {countWords(hidden)} not listed or not yours to see
              </li>
            )}
          </ul>
        </div>
      ))}
    </section>
  );
}
