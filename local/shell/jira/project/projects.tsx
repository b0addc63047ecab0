import Button from '@atlaskit/button/new';
import DynamicTable from '@atlaskit/dynamic-table';
import EmptyState from '@atlaskit/empty-state';
import { useState } from 'react';
import { Link } from '../../core/address';
import { Page } from '../../core/page';
import { Loaded } from '../../core/refusal';
import { useSession } from '../../core/session';
import { useRest } from '../../core/site';
import { useTitle } from '../../core/title';
import type { Project } from '../jira';
import { useMayAdminister } from '../permissions';
import { CreateProject } from './create-project';

const HEAD = {
  cells: [
    { key: 'name', content: 'Name', isSortable: true, width: 45 },
    { key: 'key', content: 'Key', isSortable: true, width: 15 },
    { key: 'style', content: 'Kind', isSortable: true, width: 20 },
    { key: 'pages', content: 'Open', width: 20 },
  ],
};

export function ProjectsPage() {
  const { accountId } = useSession();
  const mayCreate = useMayAdminister();
  const read = useRest<{ values: Project[] }>('/project/search?maxResults=100&orderBy=name');
  const [creating, setCreating] = useState(false);
  useTitle('Projects', 'Jira');
  return (
    <Page
      title="Projects"
      actions={
        mayCreate && (
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
                    <Link to={`/projects/${key}/list`}>
                      List<span className="unseen"> of {name}</span>
                    </Link>
                  ),
                },
              ],
            }))}
          />
        )}
      </Loaded>
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
