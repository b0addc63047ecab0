// Drives a Confluence site with the independent client, which is ESM only and therefore runs in a process of its own.
import { createV1Client, createV2Client } from 'confluence.js';

const config = {
  host: process.argv[2],
  auth: { type: 'basic', email: 'admin@example.com', apiToken: 'local' },
  onSchemaMismatch: 'throw',
};
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
    missing,
  }),
);
