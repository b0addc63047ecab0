import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { FIND_SAMPLE, ISSUES_LOOKED_AT, takeOutWords } from '../../../src/words/conclusions';
import { JIRA_NOT_SEARCHED, NOTHING_FOUND } from '../../../src/words/screens/search';
import { findIssues } from '../../shared/bridge/find-issues';
import { useDebounced } from '../../shared/hooks/use-debounced';
import { useReading } from '../../shared/hooks/use-reading';
import { FailureBanner } from '../../shared/ui/failure-banner';
import { LinkButton } from '../../shared/ui/link-button';
import texts from '../../shared/ui/text.module.css';
import styles from './conclusions.module.css';

export interface Sampled {
  id: string;
  key: string;
  summary: string;
}

const TYPING_MS = 300;
/** The app takes no more for one conclusion. */
const MOST = 20;

interface Props {
  projectId: string | null;
  chosen: readonly Sampled[];
  onChange: (chosen: readonly Sampled[]) => void;
}

/** Issues that were looked at, found by Jira as the viewer. */
export function SampledIssues({ projectId, chosen, onChange }: Props) {
  const [text, setText] = useState('');
  const wanted = useDebounced(text.trim(), TYPING_MS);
  const { reading } = useReading(['sampled', projectId, wanted], () => findIssues(projectId, wanted), {
    enabled: wanted !== '',
    keep: true,
  });
  const found = reading.state === 'loaded' && wanted !== '' ? reading.data : null;
  const others = found?.filter(({ id }) => chosen.every((one) => one.id !== id));
  return (
    <section aria-label={ISSUES_LOOKED_AT}>
      <ul className={styles.chosen}>
        {chosen.map(({ id, key, summary }) => (
          <li key={id}>
            <strong>{key}</strong> {summary}{' '}
            <LinkButton aria-label={takeOutWords(key)} onClick={() => onChange(chosen.filter((one) => one.id !== id))}>
              take out
            </LinkButton>
          </li>
        ))}
      </ul>
      <Textfield
        aria-label={FIND_SAMPLE}
        placeholder={FIND_SAMPLE}
        value={text}
        isDisabled={chosen.length >= MOST}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          // Enter searches; the conclusion is recorded by its button.
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      {reading.state === 'failed' && <FailureBanner error={reading.error} title={JIRA_NOT_SEARCHED} />}
      <ul className={styles.found}>
        {others?.map(({ id, key, fields }) => (
          <li key={id}>
            <LinkButton
              onClick={() => {
                onChange([...chosen, { id, key, summary: fields.summary }]);
                setText('');
              }}
            >
              <strong>{key}</strong> {fields.summary}
            </LinkButton>{' '}
            <span className={texts.aside}>{fields.status.name}</span>
          </li>
        ))}
        {others?.length === 0 && <li className={texts.subtle}>{NOTHING_FOUND}</li>}
      </ul>
    </section>
  );
}
