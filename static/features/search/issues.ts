import type { Output } from '../../../src/contract/procedures';
import { FOUND_ACTIONS, FOUND_SYSTEMS } from '../../../src/words/screens/search';
import { jiraRest } from '../../shared/bridge/jira-rest';
import { jqlWords } from '../../shared/bridge/jql-words';
import { type Found, type FoundGroup, SHOWN } from './found';

type Projects = Output<'projects.list'>;
type WorkType = keyof Projects['ownTypes'];

interface Issue {
  id: string;
  key: string;
  fields: { summary: string; issuetype: { id: string } };
}

const GROUPS: readonly (readonly [WorkType, string])[] = [
  ['ai-system', FOUND_SYSTEMS],
  ['ai-risk', 'Risks'],
  ['nonconformity', 'Nonconformities'],
  ['corrective-action', FOUND_ACTIONS],
];

/**
 * Issues of the app's own types in these projects, by key or words of the title, as Jira finds them for the viewer.
 * @throws CallError with Jira's own words
 */
export async function issuesWith(text: string, { projects, ownTypes }: Projects): Promise<FoundGroup[]> {
  const words = jqlWords(text);
  const key = /^[A-Za-z][A-Za-z0-9_]*-\d+$/.test(text) ? text.toUpperCase() : null;
  const typeIds = Object.values(ownTypes);
  if (words === null || projects.length === 0 || typeIds.length === 0) return [];
  const jql = [
    `project IN (${projects.map(({ projectId }) => Number(projectId)).join(', ')})`,
    `issuetype IN (${typeIds.map(Number).join(', ')})`,
    key === null ? `summary ~ ${words}` : `key = "${key}"`,
  ].join(' AND ');
  const query = new URLSearchParams({
    jql: `${jql} ORDER BY updated DESC`,
    fields: 'summary,issuetype',
    maxResults: '50',
  });
  const { issues } = await jiraRest<{ issues: Issue[] }>('GET', `/rest/api/3/search/jql?${query}`);
  return GROUPS.flatMap(([type, label]) => {
    const options = issues
      .filter(({ fields }) => fields.issuetype.id === ownTypes[type])
      .slice(0, SHOWN)
      .map((issue) => foundIssue(issue, type));
    return options.length === 0 ? [] : [{ label, options }];
  });
}

const foundIssue = ({ id, key, fields: { summary } }: Issue, type: WorkType): Found => ({
  name: key,
  title: summary,
  to: type === 'ai-system' ? { page: 'systems', system: id } : { issueKey: key },
});
