import { lazy, Suspense, useState } from 'react';
import { NEXT_ISSUE_WORDS } from '../../../src/words/issue-panel';
import { createdWords, nextStepsWords } from '../../../src/words/screens/issue-context/panel';
import { IssueLink } from '../../shared/ui/issue-link';
import { LinkButton } from '../../shared/ui/link-button';
import texts from '../../shared/ui/text.module.css';
import { Waiting } from '../../shared/ui/waiting';
import type { Context } from './context';
import styles from './issue-context.module.css';
import type { PanelPlace } from './place';

const CreateLinked = lazy(async () => ({ default: (await import('./create-linked')).CreateLinked }));

type NextIssue = Context['next'][number];

interface Props {
  place: PanelPlace;
  context: Context;
  onWritten: () => void;
}

/** What to begin with at an AI system, and a way to do it from here. */
export function NextIssues({ place, context: { next, creating }, onWritten }: Props) {
  const [open, setOpen] = useState<NextIssue | null>(null);
  const [made, setMade] = useState<{ key: string; isNamed: boolean } | null>(null);
  if (next.length === 0 && made === null) return null;
  return (
    <section>
      <h2 className={styles.head}>{nextStepsWords(next.length)}</h2>
      <ul className={`${styles.list} ${styles.next}`}>
        {next.map((kind) => {
          const { says, action, ...proposed } = NEXT_ISSUE_WORDS[kind];
          return (
            <li key={kind}>
              <p>{says}</p>
              <LinkButton aria-expanded={open === kind} onClick={() => setOpen(open === kind ? null : kind)}>
                {open === kind ? '− ' : '+ '}
                {action}
              </LinkButton>
              {open === kind && creating && (
                <Suspense fallback={<Waiting />}>
                  <CreateLinked
                    {...proposed}
                    action={action}
                    place={place}
                    creating={creating}
                    onMade={(issue) => {
                      setOpen(null);
                      setMade(issue);
                      onWritten();
                    }}
                  />
                </Suspense>
              )}
            </li>
          );
        })}
      </ul>
      {made !== null && (
        <p className={texts.aside} role="status">
          <IssueLink issueKey={made.key} /> {createdWords(made.isNamed)}
        </p>
      )}
    </section>
  );
}
