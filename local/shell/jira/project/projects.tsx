import Button from '@atlaskit/button/new';
import DynamicTable from '@atlaskit/dynamic-table';
import EmptyState from '@atlaskit/empty-state';
import { useState } from 'react';
import { Link } from '../../core/address';
import { Confirm } from '../../core/confirm';
import { Page } from '../../core/page';
import { Loaded } from '../../core/refusal';
import { useSession } from '../../core/session';
import { dataOf, rest, useRest } from '../../core/site';
import { useTitle } from '../../core/title';
import type { Project } from '../jira';
import { useMayAdminister } from '../permissions';
import { ArchivedProjects } from './archived-projects';
import { CreateProject } from './create-project';

const HEAD = {
  cells: [
    { key: 'name', content: 'Name', isSortable: true, width: 45 },
    { key: 'key', content: 'Key', isSortable: true, width: 15 },
    { key: 'style', content: 'Kind', isSortable: true, width: 20 },
    { key: 'pages', content: 'Open', width: 20 },
  ],
};

const ARCHIVED = '/project/search?status=archived&maxResults=100&orderBy=name';

export function ProjectsPage() {
  const { accountId } = useSession();
  const mayAdminister = useMayAdminister();
  const read = useRest<{ values: Project[] }>('/project/search?maxResults=100&orderBy=name');
  const [creating, setCreating] = useState(false);
  const [archiving, setArchiving] = useState<{ key: string; name: string } | null>(null);
  const archived = useRest<{ values: Project[] }>(mayAdminister ? ARCHIVED : null);
  const again = () => {
    read.reload();
    archived.reload();
  };
  useTitle('Projects', 'Jira');
  return (
    <Page
      title="Projects"
      actions={
        mayAdminister && (
          <Button appearance="primary" onClick={() => setCreating(true)}>
            Create project
          </Button>
        )
      }
    >
      <Loaded read={read} label="Loading projects">
        {({ values }) => (
          <DynamicTable
            label="Projects"
            head={HEAD}
            rowsPerPage={25}
            isFixedSize
            emptyView={
              <EmptyState
                header="No project that you may see"
                description={
                  accountId === null
                    ? 'You are not logged in. Choose a person in the corner at the top right.'
                    : 'An administrator can create one or let you into one.'
                }
              />
            }
            rows={values.map(({ id, key, name, style }) => ({
              key: id,
              cells: [
                {
                  key: name,
                  content: (
                    <span className="project-name">
                      <span className="project-sign" aria-hidden>
                        {key.slice(0, 2)}
                      </span>
                      <Link to={`/projects/${key}/board`}>{name}</Link>
                    </span>
                  ),
                },
                { key, content: key },
                { key: style, content: style === 'next-gen' ? 'Team-managed' : 'Company-managed' },
                {
                  key: 'pages',
                  content: (
                    <span className="project-actions">
                      <Link to={`/projects/${key}/list`}>
                        List<span className="unseen"> of {name}</span>
                      </Link>
                      {mayAdminister && (
                        <Button appearance="subtle" spacing="compact" onClick={() => setArchiving({ key, name })}>
                          Archive<span className="unseen"> {name}</span>
                        </Button>
                      )}
                    </span>
                  ),
                },
              ],
            }))}
          />
        )}
      </Loaded>
      <ArchivedProjects projects={dataOf(archived)?.values ?? []} onRestored={again} />
      {archiving && (
        <Confirm
          title={`Archive ${archiving.name}?`}
          action="Archive"
          onClose={() => setArchiving(null)}
          onConfirm={async () => {
            await rest('POST', `/project/${archiving.key}/archive`);
            again();
          }}
        >
          Its issues leave every search and board. Whoever has a link to one can read it; nobody can change it until the
          project is restored.
        </Confirm>
      )}
      {creating && (
        <CreateProject
          onClose={() => setCreating(false)}
          onCreated={() => {
            setCreating(false);
            read.reload();
          }}
        />
      )}
    </Page>
  );
}
