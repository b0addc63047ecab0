import type { Output } from '../../../src/contract/procedures';
import { numberOf } from '../../../src/contract/requirement-id';
import { jiraRest } from '../../shared/bridge/jira-rest';
import { jqlWords } from '../../shared/bridge/jql-words';
import { OWN_TYPES } from '../../shared/bridge/own-types';
import type { RowsPlace } from '../../shared/ui/rows-link';

/** Something that was found: a row of a page of ours, or an issue, which Jira shows itself. */
export interface Found {
  /** Number or key. */
  name: string;
  title: string;
  to: RowsPlace | { issueKey: string };
}

export interface FoundGroup {
  label: string;
  options: readonly Found[];
}

type Requirement = Output<'requirements.list'>['requirements'][number];

interface Issue {
  id: string;
  key: string;
  fields: { summary: string; issuetype: { name: string } };
}

/** So many of a kind; whoever looks for another one types more. */
const SHOWN = 8;
const GROUPS: Readonly<Record<string, string>> = {
  'AI system': 'AI systems',
  'AI risk': 'Risks',
  Nonconformity: 'Nonconformities',
  'Corrective action': 'Corrective actions',
};

/** Requirements whose number or title has every word; those whose number begins with what was typed come first. */
export function requirementsWith(text: string, requirements: readonly Requirement[]): FoundGroup[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const begins = ({ id }: Requirement) =>
    numberOf(id)
      .toLowerCase()
      .startsWith(words[0] ?? '')
      ? 0
      : 1;
  const options = requirements
    .filter(({ id, title }) => words.every((word) => `${numberOf(id)} ${title}`.toLowerCase().includes(word)))
    .sort((a, b) => begins(a) - begins(b))
    .slice(0, SHOWN)
    .map(({ id, title }) => ({ name: numberOf(id), title, to: { page: 'requirements', requirement: id } }));
  return options.length === 0 ? [] : [{ label: 'Requirements', options }];
}

/**
 * Issues of the app's own types in these projects, by key or words of the title, as Jira finds them for the viewer.
 * @throws CallError with Jira's own words
 */
export async function issuesWith(text: string, projectIds: readonly string[]): Promise<FoundGroup[]> {
  const words = jqlWords(text);
  const key = /^[A-Za-z][A-Za-z0-9_]*-\d+$/.test(text) ? text.toUpperCase() : null;
  if (words === null || projectIds.length === 0) return [];
  const jql = [
    `project IN (${projectIds.map(Number).join(', ')})`,
    `issuetype IN (${OWN_TYPES.map((name) => `"${name}"`).join(', ')})`,
    key === null ? `summary ~ ${words}` : `key = "${key}"`,
  ].join(' AND ');
  const query = new URLSearchParams({
    jql: `${jql} ORDER BY updated DESC`,
    fields: 'summary,issuetype',
    maxResults: '50',
  });
  const { issues } = await jiraRest<{ issues: Issue[] }>('GET', `/rest/api/3/search/jql?${query}`);
  return OWN_TYPES.flatMap((type) => {
    const options = issues
      .filter(({ fields }) => fields.issuetype.name === type)
      .slice(0, SHOWN)
      .map(foundIssue);
    return options.length === 0 ? [] : [{ label: GROUPS[type] ?? type, options }];
  });
}

const foundIssue = ({ id, key, fields: { summary, issuetype } }: Issue): Found => ({
  name: key,
  title: summary,
  to: issuetype.name === 'AI system' ? { page: 'systems', system: id } : { issueKey: key },
});
