import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** The words of a PDF as a reader program finds them. */
export function textOfPdf(file: Buffer): string {
  return execFileSync(process.execPath, [join(__dirname, 'pdf-text.mjs')], { input: file, encoding: 'utf8' });
}
