import Heading from '@atlaskit/heading';
import type { Output } from '../../../src/contract/procedures';
import {
  HOW_TO_BEGIN,
  lastComparedWords,
  NO_PROJECT_YET,
  PROJECTS_IN_AIMS,
  toBeCountedWords,
} from '../../../src/words/screens/setup/page';
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
      <section className={styles.noProject} aria-label={PROJECTS_IN_AIMS}>
        <strong>{NO_PROJECT_YET}</strong>
        <p>{HOW_TO_BEGIN}</p>
      </section>
    );
  }
  return (
    <section aria-labelledby="enrolled">
      <Heading size="small" as="h2" id="enrolled">
        {PROJECTS_IN_AIMS}
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
        {lastComparedWords(status.lastReconciled === null ? null : instantWords(status.lastReconciled, timeZone))}
        {status.openMarks > 0 && ` · ${toBeCountedWords(status.openMarks)}`}
      </p>
    </section>
  );
}
