import CheckCircleIcon from '@atlaskit/icon/core/check-circle';
import TaskToDoIcon from '@atlaskit/icon/core/task-to-do';
import { CHECKLIST_WORDS } from '../../../src/words/issue-panel';
import type { Context } from './context';
import styles from './issue-context.module.css';

type Nonconformity = NonNullable<Context['nonconformity']>;

/** What clause 10.2 asks for, done or not, by icon and word. */
export function Checklist({ nonconformity }: { nonconformity: Nonconformity }) {
  return (
    <section>
      <h2 className={styles.head}>Clause 10.2</h2>
      <ol className={styles.list}>
        {nonconformity.checklist.map(({ code, done }) => (
          <li key={code} className={done ? styles.done : undefined}>
            {done ? (
              <CheckCircleIcon label="done" size="small" color="currentColor" />
            ) : (
              <TaskToDoIcon label="open" size="small" color="currentColor" />
            )}{' '}
            {CHECKLIST_WORDS[code]}
          </li>
        ))}
      </ol>
    </section>
  );
}
