import type { IncomingMessage, ServerResponse } from 'node:http';

/** Largest request body that the site reads: a bulk create stays below. */
const BODY_BYTES = 10 * 1024 * 1024;
/** Largest form with files. It is held in memory as a whole; the products' own limits are higher. */
const FORM_BYTES = 100 * 1024 * 1024;

/** A request that is refused; the message goes to the caller. */
export class HttpRefused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

async function readBytes(request: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length;
    if (bytes > most) throw new HttpRefused(413, `A request has at most ${most} bytes.`);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

async function readBody(request: IncomingMessage): Promise<string> {
  return (await readBytes(request, BODY_BYTES)).toString('utf8');
}

/** The body of a product's request: form data stays bytes. */
export async function readProductBody(request: IncomingMessage): Promise<{ body: string | null; form?: Uint8Array }> {
  if (/^multipart\/form-data/i.test(request.headers['content-type'] ?? ''))
    return { body: null, form: await readBytes(request, FORM_BYTES) };
  const body = await readBody(request);
  return { body: body === '' ? null : body };
}

export async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const body: unknown = parseJson((await readBody(request)) || '{}');
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new HttpRefused(400, 'The body must be a JSON object.');
  return body as Record<string, unknown>;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpRefused(400, 'The body must be JSON.');
  }
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(JSON.stringify(body));
}

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  map: 'application/json; charset=utf-8',
};

export function typeOf(path: string): string {
  return TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}
