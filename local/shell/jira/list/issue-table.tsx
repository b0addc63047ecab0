import Button from '@atlaskit/button/new';
import { DynamicTableStateless } from '@atlaskit/dynamic-table';
import EmptyState from '@atlaskit/empty-state';
import { type ReactNode, useState } from 'react';
import { Link } from '../../core/address';
import { dayOf } from '../../core/moment';
import { Loaded } from '../../core/refusal';
import { dataOf, useRest } from '../../core/site';
import type { Issue } from '../jira';
import { Person, StatusSign, TypeSign } from '../signs';

export interface Order {
  by: string;
  direction: 'ASC' | 'DESC';
}

interface Props {
  jql: string;
  /** How the table is sorted by its heads; null when the query itself says. */
  order: Order | null;
  onOrder: (order: Order) => void;
}

const COLUMNS = [
  { key: 'issuetype', content: 'Type', width: 5 },
  { key: 'key', content: 'Key', width: 9 },
  { key: 'summary', content: 'Summary', width: 27 },
  { key: 'status', content: 'Status', width: 16 },
  { key: 'assignee', content: 'Assignee', width: 16 },
  { key: 'priority', content: 'Priority', width: 11 },
  { key: 'updated', content: 'Updated', width: 16 },
];
const A_PAGE = 25;

/** Issues of a query, page by page as Jira gives them: by token, without a count of pages. */
export function IssueTable({ jql, order, onOrder }: Props) {
  const [tokens, setTokens] = useState<readonly (string | null)[]>([null]);
  const read = useRest<{ issues: Issue[]; nextPageToken?: string; isLast?: boolean }>('/search/jql', 'POST', {
    jql,
    fields: ['summary', 'status', 'issuetype', 'assignee', 'priority', 'updated'],
    maxResults: A_PAGE,
    ...(tokens.at(-1) ? { nextPageToken: tokens.at(-1) } : {}),
  });
  const count = dataOf(useRest<{ count: number }>('/search/approximate-count', 'POST', { jql }))?.count;
  return (
    <Loaded read={read} label="Searching">
      {({ issues, nextPageToken }) => (
        <>
          <p className="subtle small" role="status">
            {count === undefined ? 'Counting' : count === 1 ? '1 issue' : `${count} issues`}
          </p>
          <DynamicTableStateless
            label="Issues"
            isFixedSize
            head={{ cells: COLUMNS.map((column) => ({ ...column, isSortable: order !== null })) }}
            {...(order ? { sortKey: order.by, sortOrder: order.direction } : {})}
            onSort={({ key, sortOrder }) => onOrder({ by: String(key), direction: sortOrder })}
            emptyView={<EmptyState header="No issue matches" description="Change the words or the filters." />}
            rows={issues.map(rowOf)}
          />
          <nav className="buttons" aria-label="Pages of the list">
            <Button isDisabled={tokens.length === 1} onClick={() => setTokens(tokens.slice(0, -1))}>
              Previous
            </Button>
            <Button
              isDisabled={nextPageToken === undefined}
              onClick={() => setTokens([...tokens, nextPageToken ?? null])}
            >
              Next
            </Button>
          </nav>
        </>
      )}
    </Loaded>
  );
}

function rowOf({ id, key, fields }: Issue) {
  const cells: Record<string, ReactNode> = {
    issuetype: <TypeSign type={fields.issuetype} />,
    key: <Link to={`/browse/${key}`}>{key}</Link>,
    summary: fields.summary,
    status: <StatusSign status={fields.status} />,
    assignee: <Person user={fields.assignee} isShort />,
    priority: (fields.priority as { name?: string } | null)?.name ?? '–',
    updated: fields.updated ? dayOf(fields.updated) : '–',
  };
  return { key: id, cells: COLUMNS.map((column) => ({ key: column.key, content: cells[column.key] })) };
}
