import CheckCircleIcon from '@atlaskit/icon/core/check-circle';
import TaskToDoIcon from '@atlaskit/icon/core/task-to-do';
import type { Context } from './context';

type Nonconformity = NonNullable<Context['nonconformity']>;

const WORDS: Readonly<Record<Nonconformity['steps'][number]['step'], string>> = {
  correction: 'Correction',
  cause: 'Cause',
  'corrective-action': 'Corrective action finished',
  effectiveness: 'Effectiveness reviewed, with its date',
  'aims-changes': 'Changes to the AIMS, or none',
};

/** The steps of clause 10.2, done or not, by icon and word. */
export function Steps({ nonconformity }: { nonconformity: Nonconformity }) {
  return (
    <section>
      <h2 className="context-head">Clause 10.2</h2>
      <ol className="context-list">
        {nonconformity.steps.map(({ step, done }) => (
          <li key={step} className={done ? 'context-done' : undefined}>
            {done ? (
              <CheckCircleIcon label="done" size="small" color="currentColor" />
            ) : (
              <TaskToDoIcon label="open" size="small" color="currentColor" />
            )}{' '}
            {WORDS[step]}
          </li>
        ))}
      </ol>
    </section>
  );
}
