/** A file of a form, as far as anybody looks at it here. */
export interface FormFile {
  readonly filename: string;
  readonly mimeType: string;
  readonly size: number;
}

/** The parts called `file` of a `multipart/form-data` body (RFC 7578); none where it is something else. */
export function filesOf(contentType: string, body: string): FormFile[] {
  const boundary = /^multipart\/form-data\s*;.*boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) return [];
  return body.split(`--${boundary}`).flatMap((part) => {
    const end = part.indexOf('\r\n\r\n');
    const head = part.slice(0, end);
    const filename = /\bfilename="([^"]*)"/i.exec(head)?.[1];
    if (end < 0 || filename === undefined || !/[;\s]name="file"/i.test(head)) return [];
    return [
      {
        filename,
        mimeType: /^content-type:\s*(\S+)/im.exec(head)?.[1] ?? 'application/octet-stream',
        size: Buffer.byteLength(part.slice(end + 4).replace(/\r\n$/, '')),
      },
    ];
  });
}
