import type { Output } from '../../../src/contract/procedures';
import { IN_COMMON_WORDS, WHICH_WORDS } from '../../../src/words/in-common';
import { CONDITION_WORDS } from '../../../src/words/statement-rows';
import { IssueLink } from '../../shared/ui/issue-link';
import texts from '../../shared/ui/text.module.css';

type View = Output<'inCommon.read'>;
type Systems = NonNullable<View['requirements'][number]['systems']>;

interface Props {
  requirement: View['requirements'][number];
  projects: View['projects'];
}

/** For which AI systems it is said to count, for who only reads. */
export function Which({ requirement: { systems, note }, projects }: Props) {
  if (systems === null) return null;
  return (
    <>
      <p>
        {WHICH_WORDS[systems.which]}: <Named systems={systems} projects={projects} />
      </p>
      {note !== '' && <p className={texts.aside}>{note}</p>}
    </>
  );
}

function Named({ systems, projects }: { systems: Systems; projects: View['projects'] }) {
  switch (systems.which) {
    case 'condition':
      return CONDITION_WORDS[systems.condition];
    case 'project':
      return projects.find(({ projectId }) => projectId === systems.projectId)?.name ?? IN_COMMON_WORDS.someProject;
    case 'every':
      return systems.reason;
    case 'systems':
      return (
        <>
          {systems.issues.map((issue, place) => (
            <span key={issue.issueId}>
              {place > 0 && ', '}
              <IssueLink issueKey={issue.key} /> {issue.summary}
            </span>
          ))}{' '}
          {systems.hidden > 0 && IN_COMMON_WORDS.hidden}
        </>
      );
  }
}
