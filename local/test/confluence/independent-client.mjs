// Drives a Confluence site with the independent client, which is ESM only and therefore runs in a process of its own.
import { createV1Client, createV2Client } from 'confluence.js';

const [, , host, apiToken] = process.argv;
const configWith = (token) => ({
  host,
  auth: { type: 'basic', email: 'admin@example.com', apiToken: token },
  onSchemaMismatch: 'throw',
});
const config = configWith(apiToken);
const v2 = createV2Client(config);
const v1 = createV1Client(config);
const adf = (text) => ({
  representation: 'atlas_doc_format',
  value: JSON.stringify({
    type: 'doc',
    version: 1,
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  }),
});

const space = await v2.space.createSpace({ body: { key: 'IND', name: 'Independent' } });
const page = await v2.page.createPage({
  body: { spaceId: space.id, status: 'current', title: 'First page', body: adf('first words') },
});
const id = Number(page.id);
const edit = (text, number) =>
  v2.page.updatePage({
    id,
    body: { id: page.id, status: 'current', title: page.title, body: adf(text), version: { number, message: text } },
  });
const statusOf = (error) => error.status ?? error.cause?.status ?? String(error);
const changed = await edit('second words', 2);
const conflict = await edit('late words', 2).then(() => null, statusOf);
const versions = await v2.version.getPageVersions({ id });
const before = await v2.page.getPageById({ id, version: 1, bodyFormat: 'atlas_doc_format' });
const found = await v1.search.searchByCQL({ cql: 'type = page AND text ~ "second"' });
await v1.contentRestrictions.updateRestrictions({
  id: page.id,
  body: [{ operation: 'read', restrictions: { user: [{ type: 'known', accountId: 'admin' }] } }],
});
const restrictions = await v1.contentRestrictions.getRestrictionsByOperation({ id: page.id });
const attach = (byte) =>
  v1.contentAttachments.createOrUpdateAttachments({
    id: page.id,
    attachments: { filename: 'bytes.bin', content: Buffer.from([byte, 255, 13, 10]) },
  });
await attach(0);
await attach(1);
const files = await v2.attachment.getPageAttachments({ id });
await v2.contentProperties.createPageProperty({ pageId: id, key: 'note', value: { a: 1 } });
const copied = await v1.contentChildrenAndDescendants.copyPage({
  id: page.id,
  copyAttachments: true,
  copyProperties: true,
  destination: { type: 'space', value: 'IND' },
  pageTitle: 'Copy',
});
const copyId = Number(copied.id);
const copiedFiles = await v2.attachment.getPageAttachments({ id: copyId });
const copiedProperties = await v2.contentProperties.getPageContentProperties({ pageId: copyId });
await v1.contentRestrictions.addUserToContentRestriction({
  id: copied.id,
  operationKey: 'update',
  accountId: 'admin',
});
const draft = await v2.page.createPage({ body: { spaceId: space.id, status: 'draft', title: 'Draft' } });
const published = await v2.page.updatePage({
  id: Number(draft.id),
  body: { id: draft.id, status: 'current', title: 'Draft', body: adf('done'), version: { number: 1 } },
});
await v2.page.deletePage({ id: Number(draft.id) });
const inTrash = await v2.page.getPageById({ id: Number(draft.id), status: ['trashed'] });
await v2.page.deletePage({ id: copyId });
const mine = await v1.search.searchByCQL({
  cql: 'creator = currentUser() AND created > startOfDay("-1d") ORDER BY title',
});
const refused = await createV1Client(configWith('guess'))
  .users.getCurrentUser({})
  .then(() => null, statusOf);
await v2.page.deletePage({ id });
const missing = await v2.page.getPageById({ id: 999999 }).then(() => null, statusOf);
process.stdout.write(
  JSON.stringify({
    version: changed.version.number,
    conflict,
    versions: versions.results.map(({ number }) => number),
    before: JSON.parse(before.body.atlas_doc_format?.value ?? before.body.atlasDocFormat?.value).content[0].content[0]
      .text,
    found: found.results.map(({ content, title }) => content?.title ?? title),
    readers: restrictions.read?.restrictions?.user?.results?.map(({ accountId }) => accountId),
    mine: mine.results.map(({ title }) => title),
    files: files.results.map(({ title, fileSize, version }) => ({ title, fileSize, version: version.number })),
    copy: {
      title: copied.title,
      files: copiedFiles.results.map(({ title }) => title),
      properties: copiedProperties.results.map(({ key }) => key),
    },
    draft: { before: draft.status, after: published.status, version: published.version.number },
    trashed: inTrash.status,
    missing,
    refused,
  }),
);
