/** A part of a form: a file where it has a file's name, a field otherwise. */
export interface FormPart {
  readonly name: string;
  readonly filename: string | null;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}

export interface FormFile extends FormPart {
  readonly filename: string;
}

const END_OF_HEAD = Buffer.from('\r\n\r\n');

/** The parts of a `multipart/form-data` body (RFC 7578); none where it is something else. */
export function partsOf(contentType: string, body: Uint8Array): FormPart[] {
  const boundary = /^multipart\/form-data\s*;.*boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) return [];
  return cut(Buffer.from(body.buffer, body.byteOffset, body.byteLength), `--${boundary}`).flatMap(readPart);
}

/** The parts called `file`. */
export const filesOf = (parts: readonly FormPart[]): FormFile[] =>
  parts.filter((part): part is FormFile => part.name === 'file' && part.filename !== null);

/** The text of a field, or null without it. */
export function fieldOf(parts: readonly FormPart[], name: string): string | null {
  const part = parts.find((one) => one.name === name && one.filename === null);
  return part ? Buffer.from(part.bytes).toString('utf8') : null;
}

/** What stands between the boundaries, without the line ends that belong to them. */
function cut(body: Buffer, boundary: string): Buffer[] {
  const found: Buffer[] = [];
  let start = -1;
  for (let at = body.indexOf(boundary); at >= 0; at = body.indexOf(boundary, at + boundary.length)) {
    if (start >= 0) found.push(body.subarray(start, at - '\r\n'.length));
    start = at + boundary.length;
  }
  return found;
}

function readPart(part: Buffer): FormPart[] {
  const end = part.indexOf(END_OF_HEAD);
  const head = part.subarray(0, Math.max(end, 0)).toString('utf8');
  const name = /[;\s]name="([^"]*)"/i.exec(head)?.[1];
  if (end < 0 || name === undefined) return [];
  const filename = /\bfilename="([^"]*)"/i.exec(head)?.[1];
  return [
    {
      name,
      filename: filename === undefined ? null : unescaped(filename),
      mimeType: /^content-type:\s*([^\s;]+)/im.exec(head)?.[1] ?? 'application/octet-stream',
      bytes: part.subarray(end + END_OF_HEAD.length),
    },
  ];
}

/** Browsers write quotation marks and line ends of a name as the HTML standard says ("multipart/form-data encoding"). */
const unescaped = (name: string): string => name.replace(/%22/g, '"').replace(/%0D|%0A/gi, ' ');
