import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { request } from 'node:http';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { firstFill } from '../../cli/sample/first-fill';
import { type Served, serveSite } from '../../local/host/http/server';
import { FIXTURE, prepare, start, TinyJira } from '../../local/test/host/fixture';

/** C8. A malformed address, a foreign name, a second start and a taken port do no harm to the local site. */
prepare();
const ROOT = resolve(__dirname, '../..');
const children: ChildProcess[] = [];
let served: Served | null = null;
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await served?.close();
  served = null;
});

async function open(): Promise<Served> {
  const { site } = await start();
  served = await serveSite({ site, root: FIXTURE, port: 0, accountId: 'ann' });
  return served;
}

/** As `fetch`, which mends addresses and sets the host by itself. */
function raw(origin: string, path: string, host?: string): Promise<{ status: number; body: string; cookie: unknown }> {
  const { hostname, port } = new URL(origin);
  return new Promise((done, failed) => {
    const sent = request({ hostname, port, path, headers: host === undefined ? {} : { host } }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, body, cookie: response.headers['set-cookie'] }),
      );
    });
    sent.on('error', failed);
    sent.end();
  });
}

test.each(['/%E0%A4%A', '/resource/%', '/%', '//', '/local/%zz', '/resource/screens/%c0%af'])(
  'the address %s is refused on both ports, and the site goes on',
  async (path) => {
    const { origin, frameOrigin } = await open();
    for (const at of [origin, frameOrigin]) {
      expect((await raw(at, path)).status).toBeLessThan(500);
      expect((await raw(at, path)).status).toBeGreaterThanOrEqual(400);
    }
    expect((await raw(origin, '/local/session')).status).toBe(200);
    expect((await raw(frameOrigin, '/__theme.css')).status).toBe(200);
  },
);

test('bytes that are no request, and a body that is no JSON, are refused', async () => {
  const { origin, frameOrigin } = await open();
  for (const at of [origin, frameOrigin]) {
    const { hostname, port } = new URL(at);
    await new Promise<void>((done) => {
      const socket = connect(Number(port), hostname, () => socket.end('\u0000\u0001 nothing\r\n\r\n'));
      socket.on('close', () => done());
      socket.on('error', () => undefined);
      socket.resume();
    });
    expect((await raw(at, '/__theme.css')).status).toBeLessThan(500);
  }
  const first = await fetch(`${origin}/local/session`);
  const headers = { cookie: first.headers.get('set-cookie')?.split(';')[0] ?? '' };
  const { csrf } = (await first.json()) as { csrf: string };
  const answer = await fetch(`${origin}/local/session`, {
    method: 'POST',
    headers: { ...headers, 'x-csrf-token': csrf },
    body: '{',
  });
  expect(answer.status).toBe(400);
});

test('a request that names another host gets no session and no screen', async () => {
  const { origin, frameOrigin } = await open();
  for (const at of [origin, frameOrigin]) {
    const { port, host } = new URL(at);
    for (const named of ['evil.example', `evil.example:${port}`, `localhost.evil.example:${port}`, `localhost:1`]) {
      for (const path of ['/local/session', '/local/app', '/rest/api/3/myself', '/', '/__bridge.js']) {
        const { status, body, cookie } = await raw(at, path, named);
        expect([named, path, status, cookie]).toEqual([named, path, 421, undefined]);
        expect(body).not.toContain('csrf');
      }
    }
    expect((await raw(at, '/__bridge.js', host)).status).not.toBe(421);
  }
});

/** A process of its own that lives until the test ends. */
function living(file: string, args: readonly string[]): { child: ChildProcess; said: Promise<string> } {
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, file), ...args], { cwd: ROOT });
  children.push(child);
  const said = new Promise<string>((done) => child.stdout?.once('data', (line) => done(String(line).trim())));
  return { child, said };
}

test('of processes that claim a folder at the same instant one gets it, and the others say whose it is', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'claim-')), 'site');
  const at = String(Date.now() + 4_000);
  const racers = Array.from({ length: 5 }, () => living('local/test/host/claimant.ts', [path, at]));
  const said = await Promise.all(racers.map((racer) => racer.said));
  expect(said.filter((words) => words === 'got it')).toHaveLength(1);
  expect(said.filter((words) => /is in use by process \d+\./.test(words))).toHaveLength(4);
});

const fill = (data: string, work: () => Promise<void>) =>
  firstFill({ root: FIXTURE, data, headStart: 0, jira: () => new TinyJira(), confluence: false }, work);

test('a first start does not touch what another one is filling', async () => {
  const data = join(mkdtempSync(join(tmpdir(), 'fill-')), 'site');
  const { said } = living('local/test/host/claimant.ts', [`${data}.unfinished`, '0']);
  expect(await said).toBe('got it');
  await mkdir(`${data}.unfinished`);
  writeFileSync(join(`${data}.unfinished`, 'jira.sqlite'), 'half');
  let ran = false;
  const second = fill(data, async () => {
    ran = true;
  });
  await expect(second).rejects.toThrow(/is in use by process \d+/);
  expect(ran).toBe(false);
  expect(readFileSync(join(`${data}.unfinished`, 'jira.sqlite'), 'utf8')).toBe('half');
});

test('what an ended start left half done is filled anew, and a folder that was filled meanwhile is kept', async () => {
  const data = join(mkdtempSync(join(tmpdir(), 'fill-')), 'site');
  await mkdir(`${data}.unfinished`);
  writeFileSync(join(`${data}.unfinished`, 'left'), 'half');
  writeFileSync(`${data}.unfinished.pid`, '4194303');
  let fills = 0;
  const count = async () => {
    fills += 1;
  };
  await fill(data, count);
  expect([fills, existsSync(join(data, 'left')), existsSync(`${data}.unfinished.pid`)]).toEqual([1, false, false]);
  await fill(data, count);
  expect(fills).toBe(1);
});

test('a taken port is told before anything is filled', async () => {
  const data = join(mkdtempSync(join(tmpdir(), 'port-')), 'site');
  const other = createServer();
  const port = await new Promise<number>((done) =>
    other.listen(0, '127.0.0.1', () => done((other.address() as { port: number }).port)),
  );
  // The frames' port is the next one after the site's.
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'cli/start.ts')], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port - 1), DATA: data },
  });
  children.push(child);
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const code = await new Promise((done) => child.once('exit', done));
  other.close();
  expect([code, errors.trim()]).toEqual([
    1,
    `Port ${port} is in use. Set PORT to another one; the next port is used too.`,
  ]);
  expect(existsSync(data) || existsSync(`${data}.unfinished`)).toBe(false);
});
