import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { realClock } from '../clock';
import { API_TOKEN } from '../host/http/basic';
import { takePorts } from '../host/http/ports';
import { type Served, serveSite } from '../host/http/server';
import { type Site, startSite } from '../site';
import { FIXTURE } from './host/fixture';

const SHARED = resolve(__dirname, '../..', process.env.PLUMBLINE_SHARED ?? '../shared');

export interface ServedSite {
  readonly site: Site;
  readonly origin: string;
  /** Runs a script that drives the site with a client of its own. @returns the JSON that it prints */
  drive(script: string): Promise<unknown>;
  /** The status of a GET that logs in like this. */
  statusAs(path: string, email: string, token: string): Promise<number>;
  close(): Promise<void>;
}

/** A new site over HTTP, as other programs meet it: they log in by address and token, and every answer is checked. */
export async function serveNewSite(): Promise<ServedSite> {
  const checked = existsSync(resolve(SHARED, 'openapi')) ? { openapi: SHARED } : {};
  // Links that a client follows name the port.
  const ports = await takePorts(0);
  const { origin: baseUrl } = ports;
  const site = await startSite({ root: FIXTURE, clock: realClock(), data: ':memory:', baseUrl, ...checked });
  const served: Served = await serveSite({ site, root: FIXTURE, port: ports });
  return {
    site,
    origin: served.origin,
    async drive(script) {
      const { stdout } = await promisify(execFile)(process.execPath, [script, served.origin, API_TOKEN]);
      return JSON.parse(stdout);
    },
    async statusAs(path, email, token) {
      const authorization = `Basic ${Buffer.from(`${email}:${token}`).toString('base64')}`;
      return (await fetch(served.origin + path, { headers: { authorization } })).status;
    },
    async close() {
      await served.close();
      await site.close();
    },
  };
}
