import type { ReactNode } from 'react';
import { counted } from '../../../src/words/numbers';
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
      <p>
        {left === 0
          ? 'These steps are done. What is still open stands under Requirements.'
          : `${counted(left, 'step', 'steps')} of ${tasks.length} to go. Each is ticked by what is recorded, none by hand.`}
      </p>
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
      title: 'Choose a project',
      words:
        'A Jira administrator chooses a project, looks at the plan of what is added to it, and applies it. Nothing that is there is changed or removed.',
      done: projects > 0,
      // Nobody else is led there: Jira would only refuse them.
      way: <SetupLink words="Open Set-up" />,
    },
    {
      title: 'Bring in the AI systems',
      words:
        'One issue of the type “AI system” for each system that you develop, adapt, provide or use. An administrator can import a list.',
      done: systems.total > 0,
      way: way({ page: 'systems' }, 'Open the register'),
    },
    {
      title: 'Link what you do already',
      words:
        'Open a requirement and link an issue that meets it, or name the requirement on the issue, in the panel “AIMS”. Most organisations do more than they know.',
      done: tiles.some(({ state, systems: own }) => BEGUN.includes(state) || (own?.implemented ?? 0) > 0),
      way: way({ page: 'requirements' }, 'Open the requirements'),
    },
    {
      title: 'Approve the AI policy',
      words:
        'Write it on a page in Confluence, inside the macro “AI policy”. Somebody who wrote none of it approves it there; then everybody can read and acknowledge it.',
      done: policy !== undefined && MET.includes(policy.state),
      way: way({ page: 'requirements', requirement: 'iso42001/5.2' }, 'See what 5.2 asks'),
    },
    {
      title: 'Assess the first AI system',
      words:
        'Record the risks of one system and rate them, and assess its impact on people. The assessments are finished issues with an effective date, linked to the system.',
      done: assessed,
      way: way({ page: 'requirements', requirement: 'iso42001/8.4' }, 'See what 8.4 asks'),
    },
  ];
}

const way = (to: RowsPlace, words: string) => <RowsLink to={to}>{words}</RowsLink>;
