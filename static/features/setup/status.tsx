import Heading from '@atlaskit/heading';
import type { Output } from '../../../src/contract/procedures';
import { instantWords } from '../../shared/ui/instant-words';
import texts from '../../shared/ui/text.module.css';
import { useProjects } from './projects';
import { readingWords } from './reading-words';
import styles from './setup.module.css';

/** The projects that take part, how far the first reading is, and whether anything waits. */
export function Status({ status, timeZone }: { status: Output<'setup.status'>; timeZone: string }) {
  const projects = useProjects(status.projects.map(({ projectId }) => projectId));
  if (status.projects.length === 0) {
    return (
      <section className={styles.noProject} aria-label="Projects in the AI management system">
        <strong>No project is set up yet</strong>
        <p>Set one up below. You see every change to Jira before it is made, and nothing is ever removed.</p>
      </section>
    );
  }
  return (
    <section aria-labelledby="enrolled">
      <Heading size="small" as="h2" id="enrolled">
        Projects in the AI management system
      </Heading>
      <ul className={styles.enrolled}>
        {status.projects.map(({ projectId, backfill }) => (
          <li key={projectId}>
            <strong>{projects.get(projectId)?.name ?? `Project ${projectId}`}</strong>
            <span className={texts.subtle}> · {readingWords(backfill, timeZone)}</span>
          </li>
        ))}
      </ul>
      <p className={texts.aside} role="status">
        {status.lastReconciled === null
          ? 'Not compared with Jira yet'
          : `Last compared with Jira ${instantWords(status.lastReconciled, timeZone)}`}
        {status.openMarks > 0 && ` · ${status.openMarks} to be counted`}
      </p>
    </section>
  );
}
