import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { join, resolve, sep } from 'node:path';
import type { Manifest } from '../manifest';
import type { BrowserCode } from './browser-code';
import { typeOf } from './exchange';

/** The screens of the app on an origin of their own, under the policy that Forge sets for Custom UI. */
export function serveFrames(
  root: string,
  manifest: Manifest,
  code: BrowserCode,
  frameOrigin: string,
  siteOrigin: string,
): Server {
  // developer.atlassian.com/platform/forge/custom-ui/iframe and manifest-reference/permissions (content)
  const policy = [
    "default-src 'self'",
    `script-src 'self' ${frameOrigin}/__bridge.js`,
    `style-src 'self'${manifest.inlineStyles ? " 'unsafe-inline'" : ''}`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    `frame-ancestors ${siteOrigin}`,
  ].join('; ');
  const send = (response: ServerResponse, status: number, type: string, body: string | Buffer) => {
    response.writeHead(status, {
      'content-type': type,
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    response.end(body);
  };
  return createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', frameOrigin).pathname);
    if (path === '/__bridge.js') return send(response, 200, typeOf(path), code.frame);
    if (path === '/__theme.css') return send(response, 200, typeOf(path), code.theme);
    const file = fileOf(root, manifest, path);
    if (!file) return send(response, 404, 'text/plain', `There is no ${path}. Build the screens first: npx vite build`);
    const content = readFileSync(file);
    send(response, 200, typeOf(file), file.endsWith('.html') ? withBridge(content.toString('utf8')) : content);
  });
}

/** `/resource/<key>/<entry or file>`; a resource without entries has one `index.html`. */
function fileOf(root: string, manifest: Manifest, path: string): string | null {
  const [, area, key, ...rest] = path.split('/');
  const resource = area === 'resource' ? manifest.resources.find((candidate) => candidate.key === key) : undefined;
  if (!resource) return null;
  const folder = resolve(root, resource.path);
  const name = rest.join('/');
  const wanted = resource.entry?.[name] ?? (name === '' ? 'index.html' : name);
  const file = resolve(join(folder, wanted));
  return file.startsWith(folder + sep) && existsSync(file) && statSync(file).isFile() ? file : null;
}

/** Puts the bridge before all other scripts. */
function withBridge(html: string): string {
  const script = '<script src="/__bridge.js"></script>';
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + script) : script + html;
}

/** Where the frame of a module is on the frames' origin, for `resource: key/entry`. */
export function addressOf(manifest: Manifest, resource: string | null): string | null {
  if (resource === null) return null;
  const [key = '', entry] = resource.split('/');
  const found = manifest.resources.find((candidate) => candidate.key === key);
  if (!found) return null;
  const file = entry === undefined ? 'index.html' : found.entry?.[entry];
  return file === undefined ? null : `/resource/${key}/${file}`;
}
