import { operate } from '../../cli/operator';
import type { Site } from '../../local/site';
import type { Hands } from './site';

/** A description of one paragraph, in Jira's document format. */
export const paragraph = (text: string) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

/** What somebody writes who says what was done, for tests that are about something else. */
export const SAID = {
  description: paragraph('Done as agreed with the team, and what came of it stands in the minutes.'),
};

/** Attaches a file of text, as the form of Jira's issue view sends it. */
export async function attach({ site }: Pick<Hands, 'site'>, issueId: string): Promise<void> {
  const part = 'Content-Disposition: form-data; name="file"; filename="minutes.txt"\r\nContent-Type: text/plain';
  const { status, body } = await site.jira.handle({
    method: 'POST',
    path: `/rest/api/3/issue/${issueId}/attachments`,
    headers: { 'Content-Type': 'multipart/form-data; boundary=limit', 'X-Atlassian-Token': 'no-check' },
    body: `--limit\r\n${part}\r\n\r\nAgreed.\r\n--limit--\r\n`,
    caller: { kind: 'user', accountId: 'admin', throughApp: false, scopes: [] },
  });
  if (status !== 200) throw new Error(`The file was not attached: ${status} ${body}`);
}

/** Links a page of Confluence, as Jira's button "Link Confluence content" does. */
export async function linkPage({ rest }: Pick<Hands, 'rest'>, issueId: string): Promise<void> {
  const { status } = await rest('POST', `/rest/api/3/issue/${issueId}/remotelink`, {
    globalId: 'appId=00000000-0000-0000-0000-000000000001&pageId=65537',
    application: { type: 'com.atlassian.confluence', name: 'Confluence' },
    relationship: 'Wiki Page',
    object: { title: 'Minutes', url: 'http://localhost/wiki/spaces/AIMS/pages/65537' },
  });
  if (status >= 400) throw new Error(`The page was not linked: ${status}`);
}

/** Somebody writes into every finished task what was done, and the app takes it in. */
export async function sayWhatWasDone(site: Site): Promise<void> {
  const { rest } = operate(site);
  const jql = 'issuetype = Task AND statusCategory = Done ORDER BY key';
  const { issues } = await rest<{ issues: { id: string }[] }>('POST', '/rest/api/3/search/jql', {
    jql,
    maxResults: 100,
  });
  for (const { id } of issues) await rest('PUT', `/rest/api/3/issue/${id}`, { fields: SAID });
  await site.settle({ within: 3_600_000 });
}
