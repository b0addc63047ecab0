/** Types that a browser shows by itself and that run nothing; every other file is saved. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'application/pdf']);
const TYPE = /^[\w.+-]+\/[\w.+-]+$/;

/**
 * Headers under which a file that somebody uploaded is served: it is what it says it is, or it is saved, and nothing in it
 * runs in the name of the site.
 */
export function fileHeaders(filename: string, mimeType: string): Record<string, string> {
  const disposition = SHOWN.has(mimeType.toLowerCase()) ? 'inline' : 'attachment';
  return {
    'Content-Type': TYPE.test(mimeType) ? mimeType : 'application/octet-stream',
    'Content-Disposition': `${disposition}; filename*=UTF-8''${rfc5987(filename)}`,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
  };
}

const rfc5987 = (text: string): string =>
  encodeURIComponent(text).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
