import EmptyState from '@atlaskit/empty-state';
import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { Page } from '../../core/page';
import { Loaded } from '../../core/refusal';
import { useRest } from '../../core/site';
import { useTitle } from '../../core/title';
import type { Issue, Project, Status } from '../jira';
import { Board } from './board';
import { columnsOf } from './columns';

interface TypeStatuses {
  id: string;
  name: string;
  statuses: Status[];
}
interface Choice {
  value: string;
  label: string;
}

const ALL: Choice = { value: '', label: 'All types' };
/** One answer of the search carries at most this many issues with fields. */
const SHOWN = 100;
const FIELDS = ['summary', 'status', 'issuetype', 'assignee', 'priority', 'project'];

/** The issues of a project by status; cards move by dragging or by their menu. */
export function BoardPage({ projectKey }: { projectKey: string }) {
  const project = useRest<Project>(`/project/${projectKey}`);
  return (
    <Loaded read={project} label="Loading the project">
      {({ key, name }) => <ProjectBoard projectKey={key} name={name} />}
    </Loaded>
  );
}

function ProjectBoard({ projectKey, name }: { projectKey: string; name: string }) {
  useTitle(`${name} board`, 'Jira');
  const types = useRest<TypeStatuses[]>(`/project/${projectKey}/statuses`);
  const [type, setType] = useState<Choice>(ALL);
  const [words, setWords] = useState('');
  const ofType = type === ALL ? '' : ` AND issuetype = "${type.label}"`;
  const issues = useRest<{ issues: Issue[]; isLast?: boolean }>('/search/jql', 'POST', {
    jql: `project = "${projectKey}"${ofType} ORDER BY updated DESC`,
    fields: FIELDS,
    maxResults: SHOWN,
  });
  return (
    <Page
      title={name}
      crumbs={[
        { text: 'Projects', to: '/projects' },
        { text: name, to: `/projects/${projectKey}/board` },
      ]}
      wide
    >
      <Loaded read={types} label="Loading the columns">
        {(statuses) => (
          <>
            <div className="filters">
              <Textfield
                isCompact
                aria-label="Filter cards by key or word"
                placeholder="Filter cards"
                value={words}
                onChange={(event) => setWords(event.currentTarget.value)}
              />
              <div className="filter-select">
                <Select<Choice>
                  aria-label="Issue type"
                  spacing="compact"
                  options={[ALL, ...statuses.map((one) => ({ value: one.id, label: one.name }))]}
                  value={type}
                  onChange={(chosen) => setType(chosen ?? ALL)}
                />
              </div>
            </div>
            <Loaded read={issues} label="Loading the cards">
              {({ issues: found, isLast }) =>
                found.length === 0 && type === ALL ? (
                  <EmptyState header="No issue yet" description="Create the first one with the button at the top." />
                ) : (
                  <>
                    {isLast === false && (
                      <p className="subtle small">The {SHOWN} issues that were changed last are shown.</p>
                    )}
                    <Board
                      columns={columnsOf(
                        statuses.filter(({ id }) => type === ALL || id === type.value).flatMap((one) => one.statuses),
                        found,
                        type === ALL,
                      )}
                      issues={found.filter((issue) => matches(issue, words))}
                      onMoved={issues.reload}
                    />
                  </>
                )
              }
            </Loaded>
          </>
        )}
      </Loaded>
    </Page>
  );
}

const matches = ({ key, fields }: Issue, words: string): boolean =>
  `${key} ${fields.summary} ${fields.assignee?.displayName ?? ''}`.toLowerCase().includes(words.trim().toLowerCase());
