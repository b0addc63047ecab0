import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { ADMIN, bench } from './site';

const site = bench();
let server: Server;
let address: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const body = chunks.length > 0 ? Buffer.concat(chunks).toString('utf8') : null;
      const answer = await site.jira.handle({
        method: request.method ?? 'GET',
        path: request.url ?? '/',
        headers: {},
        body,
        caller: ADMIN,
      });
      response.writeHead(answer.status, answer.headers);
      response.end(answer.body ?? undefined);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((closed) => server.close(closed));
  site.jira.close();
});

test('an independent client that checks every answer gets through a whole round', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    resolve(__dirname, 'independent-client.mjs'),
    address,
  ]);
  expect(JSON.parse(stdout)).toEqual({
    keys: ['IND-1', 'IND-2'],
    status: 'Done',
    link: 'IND-2',
    changes: 2,
    me: 'admin',
    missing: 404,
  });
});
