import { z } from 'zod';
import { APP_LICENCES, type AppLicence } from '../app-licence';
import { HttpRefused } from './exchange';

const request = z.strictObject({ licence: z.enum(APP_LICENCES) });

/** What `POST /local/licence` sets. @throws HttpRefused */
export function readLicence(body: unknown): { licence: AppLicence } {
  const read = request.safeParse(body);
  if (!read.success) throw new HttpRefused(400, z.prettifyError(read.error));
  return read.data;
}
