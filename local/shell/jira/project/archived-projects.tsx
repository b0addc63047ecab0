import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useState } from 'react';
import { Refusal } from '../../core/refusal';
import { asRefused, type Refused, rest } from '../../core/site';
import type { Project } from '../jira';

interface Props {
  projects: readonly Project[];
  onRestored: () => void;
}

/** What administrators have archived, with the way back. */
export function ArchivedProjects({ projects, onRestored }: Props) {
  const [error, setError] = useState<Refused | null>(null);
  if (projects.length === 0) return null;
  const restore = async (key: string) => {
    try {
      await rest('POST', `/project/${key}/restore`);
      setError(null);
      onRestored();
    } catch (refused) {
      setError(asRefused(refused));
    }
  };
  return (
    <section aria-labelledby="archived-projects" className="archived">
      <Heading size="small" as="h2" id="archived-projects">
        Archived
      </Heading>
      <ul className="archived-list">
        {projects.map(({ id, key, name }) => (
          <li key={id}>
            <span>
              {name} <span className="subtle">{key}</span>
            </span>
            <Button spacing="compact" onClick={() => void restore(key)}>
              Restore<span className="unseen"> {name}</span>
            </Button>
          </li>
        ))}
      </ul>
      {error && <Refusal error={error} />}
    </section>
  );
}
