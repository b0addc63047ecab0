import { existsSync, readFileSync, statSync } from 'node:fs';
import type { RequestListener, ServerResponse } from 'node:http';
import { join, resolve, sep } from 'node:path';
import type { Manifest } from '../manifest';
import type { BrowserCode } from './browser-code';
import { HttpRefused, typeOf } from './exchange';
import { pathOf, requireHost } from './ports';

/** A file whose name carries a hash of its content never changes: the platform's CDN lets browsers keep it. */
const HASHED = /-(?=[\w-]*[A-Z0-9_])[\w-]{8}\.(js|css|svg|png|woff2|json)$/;
const FOR_EVER = 'public, max-age=31536000, immutable';
/** The host's own scripts change with the host: the frames of one page share them. */
const BRIEFLY = 'public, max-age=60';

/** The screens of the app on an origin of their own, under the policy that Forge sets for Custom UI. */
export function serveFrames(
  root: string,
  manifest: Manifest,
  code: BrowserCode,
  frameOrigin: string,
  siteOrigin: string,
): RequestListener {
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
  const send = (
    response: ServerResponse,
    status: number,
    type: string,
    body: string | Buffer,
    caching = 'no-store',
  ) => {
    response.writeHead(status, {
      'content-type': type,
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'cache-control': caching,
    });
    response.end(body);
  };
  const answer = (path: string, response: ServerResponse) => {
    if (path === '/__bridge.js') return send(response, 200, typeOf(path), code.frame, BRIEFLY);
    if (path === '/__theme.css') return send(response, 200, typeOf(path), code.theme, BRIEFLY);
    const texts = localesOf(manifest, path);
    if (texts) return send(response, 200, typeOf('x.json'), JSON.stringify(texts));
    const file = fileOf(root, manifest, path);
    if (!file) return send(response, 404, 'text/plain', `There is no ${path}. Build the screens first: npx vite build`);
    const content = readFileSync(file);
    if (file.endsWith('.html')) return send(response, 200, typeOf(file), withBridge(content.toString('utf8')));
    send(response, 200, typeOf(file), content, HASHED.test(file) ? FOR_EVER : 'no-store');
  };
  return (request, response) => {
    try {
      requireHost(request, frameOrigin);
      answer(pathOf(request, frameOrigin), response);
    } catch (error) {
      const status = error instanceof HttpRefused ? error.status : 500;
      if (response.headersSent) response.end();
      else send(response, status, 'text/plain', error instanceof Error ? error.message : String(error));
    }
  };
}

/** `__LOCALES__/i18n-info.json` and `__LOCALES__/<locale>.json` of any resource, as `@forge/bridge` asks for them. */
function localesOf(manifest: Manifest, path: string): unknown {
  const name = /^\/resource\/.*\/__LOCALES__\/([\w-]+)\.json$/.exec(path)?.[1];
  if (name === undefined) return null;
  return name === 'i18n-info' ? manifest.translations.info : manifest.translations.texts(name);
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
