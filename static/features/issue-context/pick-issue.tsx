import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { findTargetWords, NO_LINK_MADE, WHAT_THE_LINK_SAYS } from '../../../src/words/screens/issue-context/new-link';
import { ROLE_WORDS, TARGET_WORDS } from '../../../src/words/screens/issue-context/roles';
import { JIRA_NOT_SEARCHED, NOTHING_FOUND } from '../../../src/words/screens/search';
import { useAction } from '../../shared/hooks/use-action';
import { useDebounced } from '../../shared/hooks/use-debounced';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { FailureBanner } from '../../shared/ui/failure-banner';
import { ListChoice } from '../../shared/ui/list-choice';
import { ReadView } from '../../shared/ui/read-view';
import texts from '../../shared/ui/text.module.css';
import type { Context } from './context';
import styles from './issue-context.module.css';

type Role = Context['linkRoles'][number];
const TYPING_MS = 300;

interface Props {
  issueId: string;
  roles: readonly Role[];
  /** Links that are there already are not offered again. */
  links: Context['links'];
  onWritten: () => void;
}

/** Finds an issue by key or word for a link of the chosen role; one click links it. */
export function PickIssue({ issueId, roles, links, onWritten }: Props) {
  const [role, setRole] = useState<Role>(roles[0] ?? 'concerns');
  const [text, setText] = useState('');
  const settled = useDebounced(text.trim(), TYPING_MS);
  const { reading, retry } = useProcedure('issue.search', { issueId, role, text: settled });
  const { action, run } = useAction('issue.addLink');
  const linked = new Set(
    links
      .filter((link) => link.role === role && link.direction === 'out')
      .flatMap(({ issues }) => issues.map((issue) => issue.issueId)),
  );
  const add = async (targetKey: string) => {
    if (await run({ issueId, role, targetKey })) onWritten();
  };
  return (
    <div className={styles.pick}>
      {roles.length > 1 && (
        <ListChoice
          label={WHAT_THE_LINK_SAYS}
          choices={roles.map((id) => ({ id, word: `${ROLE_WORDS[id].out} ${TARGET_WORDS[id]}`, count: null }))}
          chosen={role}
          onChoose={setRole}
        />
      )}
      <Textfield
        autoFocus
        aria-label={findTargetWords(role)}
        placeholder={findTargetWords(role)}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ReadView reading={reading} retry={retry} waiting="Looking" failed={JIRA_NOT_SEARCHED}>
        {({ issues }) => (
          <ul className={styles.list}>
            {issues
              .filter((issue) => !linked.has(issue.issueId))
              .map((issue) => (
                <li key={issue.issueId}>
                  <button
                    type="button"
                    className={styles.option}
                    disabled={action.state === 'working'}
                    onClick={() => void add(issue.key)}
                  >
                    <strong>{issue.key}</strong> {issue.summary} <span className={texts.aside}>{issue.status}</span>
                  </button>
                </li>
              ))}
            {issues.length === 0 && <li className={texts.aside}>{NOTHING_FOUND}</li>}
          </ul>
        )}
      </ReadView>
      {action.state === 'failed' && <FailureBanner error={action.error} title={NO_LINK_MADE} />}
    </div>
  );
}
