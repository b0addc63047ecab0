// Drives a Jira site with the independent client, which is ESM only and therefore runs in a process of its own.
import { createCloudClient } from 'jira.js';

const jira = createCloudClient({
  host: process.argv[2],
  auth: { type: 'basic', email: 'admin@example.com', apiToken: 'local' },
  onSchemaMismatch: 'throw',
});

const made = await jira.projects.createProject({
  key: 'IND',
  name: 'Independent',
  projectTypeKey: 'software',
  leadAccountId: 'admin',
  assigneeType: 'UNASSIGNED',
});
const project = await jira.projects.getProject({ projectIdOrKey: made.key });
const create = (summary) =>
  jira.issues.createIssue({ fields: { project: { key: project.key }, issuetype: { name: 'Task' }, summary } });
const first = await create('first');
const second = await create('second');
await jira.issueLinks.linkIssues({
  type: { name: 'Blocks' },
  inwardIssue: { key: first.key },
  outwardIssue: { key: second.key },
});
const { transitions } = await jira.issues.getTransitions({ issueIdOrKey: first.key });
const done = transitions.find((transition) => transition.name === 'Done');
await jira.issues.doTransition({ issueIdOrKey: first.key, transition: { id: done.id } });
const found = await jira.issueSearch.searchAndReconsileIssuesUsingJqlPost({
  jql: 'project = IND order by key',
  fields: ['summary', 'status', 'issuelinks'],
  maxResults: 10,
});
const issue = await jira.issues.getIssue({ issueIdOrKey: first.key });
const changes = await jira.issues.getChangeLogs({ issueIdOrKey: first.key });
const me = await jira.myself.getCurrentUser({});
const missing = await jira.issues.getIssue({ issueIdOrKey: 'IND-99' }).then(
  () => null,
  (error) => error.status ?? error.response?.status ?? error.cause?.status,
);
process.stdout.write(
  JSON.stringify({
    keys: found.issues.map((one) => one.key),
    status: issue.fields.status.name,
    link: issue.fields.issuelinks[0].outwardIssue.key,
    changes: changes.values.length,
    me: me.accountId,
    missing,
  }),
);
