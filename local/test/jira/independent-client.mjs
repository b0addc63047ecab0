// Drives a Jira site with the independent client, which is ESM only and therefore runs in a process of its own.
import { createCloudClient } from 'jira.js';

const [, , host, apiToken] = process.argv;
const clientWith = (token) =>
  createCloudClient({
    host,
    auth: { type: 'basic', email: 'admin@example.com', apiToken: token },
    onSchemaMismatch: 'throw',
  });
const jira = clientWith(apiToken);
const statusOf = (error) => error.status ?? error.response?.status ?? error.cause?.status ?? String(error);

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
const [attached] = await jira.issueAttachments.addAttachment({
  issueIdOrKey: first.key,
  attachments: { filename: 'bytes.bin', content: Buffer.from([0, 255, 13, 10]) },
});
const { filename, size } = await jira.issueAttachments.getAttachment({ id: attached.id });
const content = await jira.issueAttachments.getAttachmentContent({ id: attached.id });
const issue = await jira.issues.getIssue({ issueIdOrKey: first.key });
const changes = await jira.issues.getChangeLogs({ issueIdOrKey: first.key });
await jira.issueAttachments.removeAttachment({ id: attached.id });
const afterRemoval = await jira.issueAttachments.getAttachment({ id: attached.id }).then(() => null, statusOf);
const { enabled: uploadsAllowed } = await jira.issueAttachments.getAttachmentMeta();
const refused = await clientWith('guess')
  .myself.getCurrentUser({})
  .then(() => null, statusOf);
const me = await jira.myself.getCurrentUser({});
const missing = await jira.issues.getIssue({ issueIdOrKey: 'IND-99' }).then(() => null, statusOf);
process.stdout.write(
  JSON.stringify({
    keys: found.issues.map((one) => one.key),
    status: issue.fields.status.name,
    link: issue.fields.issuelinks[0].outwardIssue.key,
    changes: changes.values.length,
    me: me.accountId,
    missing,
    file: { filename, size, bytes: [...Buffer.from(content)] },
    afterRemoval,
    uploadsAllowed,
    refused,
  }),
);
