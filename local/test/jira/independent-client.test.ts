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
    keys: ['IND-1', 'IND-2'],
    status: 'Done',
    link: 'IND-2',
    changes: 3,
    me: 'admin',
    missing: 404,
    file: { filename: 'bytes.bin', size: 4, bytes: [0, 255, 13, 10] },
    afterRemoval: 404,
    uploadsAllowed: true,
    refused: 401,
  });
});

test('only the address of an account that may log in and the token let in', async () => {
  const status = (email: string, token: string) => site.statusAs('/rest/api/3/myself', email, token);
  expect(await status('admin@example.com', API_TOKEN)).toBe(200);
  expect(await status('Admin@Example.com', API_TOKEN)).toBe(200);
  expect(await status('admin@example.com', 'guess')).toBe(401);
  expect(await status('nobody@example.com', API_TOKEN)).toBe(401);
  expect(await status('', API_TOKEN)).toBe(401);
});
