import type { ReactNode } from 'react';
import {
  FIRST_STEPS,
  firstStepsLeftWords,
  OPEN_REGISTER,
  OPEN_REQUIREMENTS,
  OPEN_SET_UP,
  seeWhatIsAskedWords,
} from '../../../src/words/first-steps';
import { useProcedure } from '../../shared/hooks/use-procedure';
import layout from '../../shared/ui/layout.module.css';
import { RowsLink, type RowsPlace } from '../../shared/ui/rows-link';
import { SetupLink } from '../../shared/ui/setup-link';
import { StateIcon } from '../../shared/ui/state-icon';
import type { CoverageState } from '../../shared/ui/states';
import texts from '../../shared/ui/text.module.css';
import type { Figures } from '../overview/figures';
import styles from './first-steps.module.css';

interface Task {
  title: string;
  /** What to do, and why now. */
  words: string;
  /** Told by figures, never ticked by hand. */
  done: boolean;
  way: ReactNode;
}

const MET: readonly CoverageState[] = ['implemented', 'verified'];
const BEGUN: readonly CoverageState[] = [...MET, 'in-progress', 'planned', 'stale'];

/** What a new AI management system does first, in its order, each task done when the figures say so. */
export function FirstSteps({ figures }: { figures: Figures }) {
  const { reading } = useProcedure('projects.list', { projectId: null });
  const projects = reading.state === 'loaded' ? reading.data.projects.length + reading.data.hidden : 0;
  const tasks = tasksOf(figures, projects);
  const left = tasks.filter(({ done }) => !done).length;
  return (
    <div className={layout.stack}>
      <p>{firstStepsLeftWords(left, tasks.length)}</p>
      <ol className={styles.tasks}>
        {tasks.map(({ title, words, done, way }) => (
          <li key={title} className={layout.card}>
            <p>
              <StateIcon state={done ? 'verified' : 'planned'} /> <strong>{title}</strong>{' '}
              <span className={texts.aside}>{done ? 'done' : 'to do'}</span>
            </p>
            <p className={texts.subtle}>{words}</p>
            <p>{way}</p>
          </li>
        ))}
      </ol>
    </div>
  );
}

function tasksOf({ tiles, systems }: Figures, projects: number): Task[] {
  const tile = (number: string) => tiles.find(({ requirementId }) => requirementId === `iso42001/${number}`);
  const assessed = ['8.2', '8.4'].some((number) => (tile(number)?.systems?.implemented ?? 0) > 0);
  const policy = tile('5.2');
  return [
    {
      ...FIRST_STEPS.project,
      done: projects > 0,
      // Nobody else is led there: Jira would only refuse them.
      way: <SetupLink words={OPEN_SET_UP} />,
    },
    {
      ...FIRST_STEPS.systems,
      done: systems.total > 0,
      way: way({ page: 'systems' }, OPEN_REGISTER),
    },
    {
      ...FIRST_STEPS.work,
      done: tiles.some(({ state, systems: own }) => BEGUN.includes(state) || (own?.implemented ?? 0) > 0),
      way: way({ page: 'requirements' }, OPEN_REQUIREMENTS),
    },
    {
      ...FIRST_STEPS.policy,
      done: policy !== undefined && MET.includes(policy.state),
      way: way({ page: 'requirements', requirement: 'iso42001/5.2' }, seeWhatIsAskedWords('5.2')),
    },
    {
      ...FIRST_STEPS.assessment,
      done: assessed,
      way: way({ page: 'requirements', requirement: 'iso42001/8.4' }, seeWhatIsAskedWords('8.4')),
    },
  ];
}

const way = (to: RowsPlace, words: string) => <RowsLink to={to}>{words}</RowsLink>;
