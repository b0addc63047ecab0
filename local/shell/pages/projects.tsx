import DynamicTable from '@atlaskit/dynamic-table';
import Heading from '@atlaskit/heading';
import Spinner from '@atlaskit/spinner';
import { Link } from '../address';
import type { Project } from '../jira';
import { Refusal } from '../refusal';
import { useRest } from '../site';
import { CreateProject } from './create-project';

const HEAD = {
  cells: [
    { key: 'name', content: 'Name', isSortable: true },
    { key: 'key', content: 'Key', isSortable: true },
    { key: 'style', content: 'Kind', isSortable: true },
  ],
};

export function ProjectsPage() {
  const { reading, reload } = useRest<{ values: Project[] }>('/project/search?maxResults=100&orderBy=name');
  return (
    <>
      <Heading size="large" as="h1">
        Projects
      </Heading>
      {reading.state === 'loading' && <Spinner label="Loading projects" />}
      {reading.state === 'refused' && <Refusal error={reading.error} />}
      {reading.state === 'loaded' && (
        <DynamicTable
          label="Projects"
          head={HEAD}
          rowsPerPage={25}
          emptyView={<p>No project that you may see.</p>}
          rows={reading.data.values.map(({ id, key, name, style }) => ({
            key: id,
            cells: [
              { key: name, content: <Link to={`/projects/${key}/issues`}>{name}</Link> },
              { key, content: key },
              { key: style, content: style === 'next-gen' ? 'team-managed' : 'company-managed' },
            ],
          }))}
        />
      )}
      <CreateProject onCreated={reload} />
    </>
  );
}
