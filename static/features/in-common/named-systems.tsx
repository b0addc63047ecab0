import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import type { Output } from '../../../src/contract/procedures';
import { IN_COMMON_WORDS } from '../../../src/words/in-common';
import { useDebounced } from '../../shared/hooks/use-debounced';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { LinkButton } from '../../shared/ui/link-button';
import { ReadView } from '../../shared/ui/read-view';
import texts from '../../shared/ui/text.module.css';
import styles from './in-common.module.css';

type Issue = Output<'issue.search'>['issues'][number];

const TYPING_MS = 300;

interface Props {
  issueId: string;
  named: readonly Issue[];
  onChange: (named: Issue[]) => void;
}

/** AI systems one by one, found by key or words as the viewer. */
export function NamedSystems({ issueId, named, onChange }: Props) {
  const [text, setText] = useState('');
  const settled = useDebounced(text.trim(), TYPING_MS);
  const { reading, retry } = useProcedure('issue.search', { issueId, role: 'concerns', text: settled });
  const isNamed = (issue: Issue) => named.some((one) => one.issueId === issue.issueId);
  return (
    <>
      <ul className={styles.list}>
        {named.map((issue) => (
          <li key={issue.issueId}>
            <strong>{issue.key}</strong> {issue.summary}{' '}
            <LinkButton
              aria-label={`${IN_COMMON_WORDS.takeOut} ${issue.key}`}
              onClick={() => onChange(named.filter((one) => one.issueId !== issue.issueId))}
            >
              {IN_COMMON_WORDS.takeOut}
            </LinkButton>
          </li>
        ))}
      </ul>
      <Textfield
        aria-label={IN_COMMON_WORDS.find}
        placeholder={IN_COMMON_WORDS.find}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ReadView reading={reading} retry={retry} waiting={IN_COMMON_WORDS.looking} failed={IN_COMMON_WORDS.searchFailed}>
        {({ issues }) => (
          <ul className={styles.list}>
            {issues
              .filter((issue) => !isNamed(issue))
              .map((issue) => (
                <li key={issue.issueId}>
                  <LinkButton onClick={() => onChange([...named, issue])}>
                    <strong>{issue.key}</strong> {issue.summary}
                  </LinkButton>
                </li>
              ))}
            {issues.length === 0 && <li className={texts.aside}>{IN_COMMON_WORDS.found}</li>}
          </ul>
        )}
      </ReadView>
    </>
  );
}
