import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** The words of each sheet of a PDF as a reader program finds them. */
export function sheetsOfPdf(file: Buffer): string[] {
  const options = { input: file, encoding: 'utf8' } as const;
  return JSON.parse(execFileSync(process.execPath, [join(__dirname, 'pdf-text.mjs')], options));
}

/** The words of a PDF. */
export const textOfPdf = (file: Buffer): string => sheetsOfPdf(file).join(' ');
