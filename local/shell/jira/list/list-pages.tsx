import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { replace, useQuery } from '../../core/address';
import { Page } from '../../core/page';
import { Loaded } from '../../core/refusal';
import { useRest } from '../../core/site';
import { useTitle } from '../../core/title';
import type { Project } from '../jira';
import { IssueTable, type Order } from './issue-table';
import { conditionOf, NO_FILTER, ProjectFilter } from './project-filter';

/** The issues of a project: simple filters, or JQL on demand. */
export function ProjectListPage({ projectKey }: { projectKey: string }) {
  const project = useRest<Project>(`/project/${projectKey}`);
  return (
    <Loaded read={project} label="Loading the project">
      {({ key, name }) => <ProjectList projectKey={key} name={name} />}
    </Loaded>
  );
}

function ProjectList({ projectKey, name }: { projectKey: string; name: string }) {
  useTitle(`${name} list`, 'Jira');
  const [filter, setFilter] = useState(NO_FILTER);
  const [order, setOrder] = useState<Order>({ by: 'updated', direction: 'DESC' });
  const jql = `${conditionOf(projectKey, filter)} ORDER BY ${order.by} ${order.direction}`;
  return (
    <Page
      title="List"
      crumbs={[
        { text: 'Projects', to: '/projects' },
        { text: name, to: `/projects/${projectKey}/board` },
      ]}
      actions={<Button onClick={() => replace(searchAddress(jql))}>Open as JQL</Button>}
      wide
    >
      <ProjectFilter projectKey={projectKey} filter={filter} onChange={setFilter} />
      <IssueTable key={jql} jql={jql} order={order} onOrder={setOrder} />
    </Page>
  );
}

const searchAddress = (jql: string): string => `/issues?jql=${encodeURIComponent(jql)}`;
const START = 'created >= -365d ORDER BY updated DESC';

/** Issues of all projects by JQL. */
export function SearchPage() {
  const jql = useQuery('jql') ?? START;
  const [typed, setTyped] = useState<string | null>(null);
  useTitle('Search issues', 'Jira');
  return (
    <Page title="Search issues" wide>
      <form
        className="jql"
        onSubmit={(event) => {
          event.preventDefault();
          replace(searchAddress(typed ?? jql));
          setTyped(null);
        }}
      >
        <Textfield
          aria-label="JQL"
          isMonospaced
          isCompact
          value={typed ?? jql}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit">Search</Button>
      </form>
      <IssueTable key={jql} jql={jql} order={null} onOrder={() => undefined} />
    </Page>
  );
}
