import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { NOTHING_CHANGED } from '../../../src/words/screens/nothing-done';
import { FIND_ISSUE, NOT_SEARCHED, NOTHING_FOUND } from '../../../src/words/screens/requirements/work';
import { findIssues } from '../../shared/bridge/find-issues';
import { useAction } from '../../shared/hooks/use-action';
import { useDebounced } from '../../shared/hooks/use-debounced';
import { useReading } from '../../shared/hooks/use-reading';
import { FailureBanner } from '../../shared/ui/failure-banner';
import { LinkButton } from '../../shared/ui/link-button';
import texts from '../../shared/ui/text.module.css';
import styles from './requirements.module.css';

interface Props {
  projectId: string;
  requirementId: string;
  onWritten: () => void;
}

const TYPING_MS = 300;

/** Finds an issue of the project by key or words; one click names the requirement on it. */
export function LinkWork({ projectId, requirementId, onWritten }: Props) {
  const [text, setText] = useState('');
  const wanted = useDebounced(text.trim(), TYPING_MS);
  const { reading } = useReading(['work', projectId, wanted], () => findIssues(projectId, wanted), { keep: true });
  const issues = reading.state === 'loaded' ? reading.data : null;
  const { action, run } = useAction('issue.addRequirement');
  const add = async (issueId: string) => {
    if (await run({ issueId, requirementId })) onWritten();
  };
  return (
    <>
      <Textfield
        autoFocus
        aria-label={FIND_ISSUE}
        placeholder={FIND_ISSUE}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {reading.state === 'failed' && <FailureBanner error={reading.error} title={NOT_SEARCHED} />}
      <ul className={styles.choices}>
        {issues?.map(({ id, key, fields }) => (
          <li key={id}>
            <LinkButton disabled={action.state === 'working'} onClick={() => void add(id)}>
              <strong>{key}</strong> {fields.summary}
            </LinkButton>{' '}
            <span className={texts.aside}>{fields.status.name}</span>
          </li>
        ))}
        {issues?.length === 0 && <li className={texts.subtle}>{NOTHING_FOUND}</li>}
      </ul>
      {action.state === 'failed' && <FailureBanner error={action.error} title={NOTHING_CHANGED} />}
    </>
  );
}
