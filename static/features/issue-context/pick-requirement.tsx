import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { numberOf } from '../../../src/contract/requirement-id';
import {
  moreRequirementsWords,
  NO_REQUIREMENT_MATCHES,
  REQUIREMENT_BY,
  REQUIREMENTS_NOT_LISTED,
} from '../../../src/words/screens/issue-context/new-requirement';
import { NOTHING_CHANGED } from '../../../src/words/screens/nothing-done';
import { useAction } from '../../shared/hooks/use-action';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { FailureBanner } from '../../shared/ui/failure-banner';
import { ReadView } from '../../shared/ui/read-view';
import texts from '../../shared/ui/text.module.css';
import styles from './issue-context.module.css';

const SHOWN = 8;

interface Props {
  issueId: string;
  taken: readonly string[];
  onWritten: () => void;
}

/** Finds a requirement by number or word; one click adds it. */
export function PickRequirement({ issueId, taken, onWritten }: Props) {
  const { reading, retry } = useProcedure('requirements.list', {});
  const { action, run } = useAction('issue.addRequirement');
  const [text, setText] = useState('');
  const add = async (requirementId: string) => {
    if (await run({ issueId, requirementId })) onWritten();
  };
  return (
    <ReadView reading={reading} retry={retry} waiting="Loading" failed={REQUIREMENTS_NOT_LISTED}>
      {({ requirements }) => {
        const words = text.toLowerCase().split(/\s+/).filter(Boolean);
        const found = requirements.filter(
          ({ id, title }) =>
            !taken.includes(id) && words.every((word) => `${numberOf(id)} ${title}`.toLowerCase().includes(word)),
        );
        return (
          <div className={styles.pick}>
            <Textfield
              autoFocus
              aria-label={REQUIREMENT_BY}
              placeholder="8.2, A.6.2.4, logs …"
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              onKeyDown={(event) => {
                const [first] = found;
                if (event.key === 'Enter' && first && text !== '') void add(first.id);
              }}
            />
            <ul className={styles.list}>
              {found.slice(0, SHOWN).map(({ id, title }) => (
                <li key={id}>
                  <button
                    type="button"
                    className={styles.option}
                    disabled={action.state === 'working'}
                    onClick={() => void add(id)}
                  >
                    <strong>{numberOf(id)}</strong> {title}
                  </button>
                </li>
              ))}
            </ul>
            <p className={texts.aside} role="status">
              {found.length === 0 && NO_REQUIREMENT_MATCHES}
              {found.length > SHOWN && moreRequirementsWords(found.length - SHOWN)}
            </p>
            {action.state === 'failed' && <FailureBanner error={action.error} title={NOTHING_CHANGED} />}
          </div>
        );
      }}
    </ReadView>
  );
}
