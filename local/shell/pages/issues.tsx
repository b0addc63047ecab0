import Button from '@atlaskit/button/new';
import DynamicTable from '@atlaskit/dynamic-table';
import Heading from '@atlaskit/heading';
import Lozenge from '@atlaskit/lozenge';
import Spinner from '@atlaskit/spinner';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { Link } from '../address';
import { type Issue, shadeOf } from '../jira';
import { Refusal } from '../refusal';
import { useRest } from '../site';

const HEAD = {
  cells: [
    { key: 'key', content: 'Key', width: 10 },
    { key: 'summary', content: 'Summary', width: 45 },
    { key: 'type', content: 'Type', width: 15 },
    { key: 'status', content: 'Status', width: 15 },
    { key: 'assignee', content: 'Assignee', width: 15 },
  ],
};
const LISTED = 100;

/** The issues of a project by JQL. */
export function IssuesPage({ projectKey }: { projectKey: string }) {
  const [typed, setTyped] = useState(`project = ${projectKey} ORDER BY created DESC`);
  const [jql, setJql] = useState(typed);
  const { reading, reload } = useRest<{ issues: Issue[]; isLast?: boolean }>('/search/jql', 'POST', {
    jql,
    fields: ['summary', 'status', 'issuetype', 'assignee'],
    maxResults: LISTED,
  });
  return (
    <>
      <Heading size="large" as="h1">
        Issues
      </Heading>
      <form
        className="inline-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed === jql) reload();
          setJql(typed);
        }}
      >
        <Textfield aria-label="JQL" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
        <Button type="submit">Search</Button>
      </form>
      {reading.state === 'loading' && <Spinner label="Searching" />}
      {reading.state === 'refused' && <Refusal error={reading.error} />}
      {reading.state === 'loaded' && (
        <DynamicTable
          label="Issues"
          head={HEAD}
          rowsPerPage={25}
          emptyView={<p>No issue matches.</p>}
          rows={reading.data.issues.map(rowOf)}
        />
      )}
    </>
  );
}

function rowOf({ id, key, fields }: Issue) {
  return {
    key: id,
    cells: [
      { key: 'key', content: <Link to={`/browse/${key}`}>{key}</Link> },
      { key: 'summary', content: fields.summary },
      { key: 'type', content: fields.issuetype.name },
      { key: 'status', content: <Lozenge appearance={shadeOf(fields.status)}>{fields.status.name}</Lozenge> },
      { key: 'assignee', content: fields.assignee?.displayName ?? '–' },
    ],
  };
}
