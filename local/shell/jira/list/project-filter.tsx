import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { dataOf, useRest } from '../../core/site';
import type { Status } from '../jira';

export interface Filter {
  words: string;
  type: string;
  status: string;
}

export const NO_FILTER: Filter = { words: '', type: '', status: '' };

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '')}"`;

/** The filter as JQL. */
export function conditionOf(projectKey: string, { words, type, status }: Filter): string {
  return [
    `project = ${quoted(projectKey)}`,
    ...(words.trim() === '' ? [] : [`text ~ ${quoted(words.trim())}`]),
    ...(type === '' ? [] : [`issuetype = ${quoted(type)}`]),
    ...(status === '' ? [] : [`status = ${quoted(status)}`]),
  ].join(' AND ');
}

interface Choice {
  value: string;
  label: string;
}

interface Props {
  projectKey: string;
  filter: Filter;
  onChange: (filter: Filter) => void;
}

/** Words, type and status: what most searches of a project need. */
export function ProjectFilter({ projectKey, filter, onChange }: Props) {
  const types = dataOf(useRest<{ name: string; statuses: Status[] }[]>(`/project/${projectKey}/statuses`)) ?? [];
  const statuses = types
    .filter(({ name }) => filter.type === '' || name === filter.type)
    .flatMap((one) => one.statuses);
  const choices = (any: string, names: readonly string[]): Choice[] => [
    { value: '', label: any },
    ...[...new Set(names)].map((name) => ({ value: name, label: name })),
  ];
  const pick = (label: string, options: Choice[], value: string, give: (value: string) => Filter) => (
    <div className="filter-select">
      <Select<Choice>
        aria-label={label}
        spacing="compact"
        options={options}
        value={options.find((option) => option.value === value) ?? options[0] ?? null}
        onChange={(chosen) => onChange(give(chosen?.value ?? ''))}
      />
    </div>
  );
  return (
    <div className="filters">
      <Textfield
        isCompact
        aria-label="Filter by words"
        placeholder="Words in summary or description"
        value={filter.words}
        onChange={(event) => onChange({ ...filter, words: event.currentTarget.value })}
      />
      {pick(
        'Issue type',
        choices(
          'All types',
          types.map(({ name }) => name),
        ),
        filter.type,
        (type) => ({
          ...filter,
          type,
          status: '',
        }),
      )}
      {pick(
        'Status',
        choices(
          'All statuses',
          statuses.map(({ name }) => name),
        ),
        filter.status,
        (status) => ({
          ...filter,
          status,
        }),
      )}
    </div>
  );
}
