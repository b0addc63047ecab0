import { resolve } from 'node:path';
import { API_TOKEN } from '../../host/http/basic';
import { type ServedSite, serveNewSite } from '../served';

let site: ServedSite;
beforeAll(async () => {
  site = await serveNewSite();
}, 60_000);
afterAll(() => site.close());

test('an independent client that checks every answer logs in and gets through a whole round', async () => {
  expect(await site.drive(resolve(__dirname, 'independent-client.mjs'))).toEqual({
    version: 2,
    conflict: 409,
    versions: [2, 1],
    before: 'first words',
    found: ['First page'],
    mine: ['First page', 'Independent Home'],
    readers: ['admin'],
    files: [{ title: 'bytes.bin', fileSize: 4, version: 2 }],
    copy: { title: 'Copy', files: ['bytes.bin'], properties: ['note'] },
    draft: { before: 'draft', after: 'current', version: 1 },
    trashed: 'trashed',
    missing: 404,
    refused: 401,
  });
});

test('only the address of an account that may log in and the token let in', async () => {
  const status = (email: string, token: string) => site.statusAs('/wiki/rest/api/user/current', email, token);
  expect(await status('admin@example.com', API_TOKEN)).toBe(200);
  expect(await status('admin@example.com', 'guess')).toBe(401);
  expect(await status('nobody@example.com', API_TOKEN)).toBe(401);
});
