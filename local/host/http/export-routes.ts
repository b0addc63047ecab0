import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import { ExportRefused, exportPage } from '../../export/page-export';
import { wordFile } from '../../export/word';
import type { Site } from '../../site';
import { HttpRefused, sendJson } from './exchange';

const wanted = z.strictObject({
  pageId: z.string().min(1),
  exportType: z.enum(['pdf', 'word', 'other']),
  version: z.number().int().min(1).optional(),
});

/** `POST /local/export`: the page's document with its macros exported. */
export async function sendExport(
  site: Site,
  body: unknown,
  accountId: string | null,
  response: ServerResponse,
): Promise<void> {
  const read = wanted.safeParse(body);
  if (!read.success) throw new HttpRefused(400, z.prettifyError(read.error));
  sendJson(response, 200, await refusing(exportPage(site, read.data, accountId)));
}

/** `GET /local/export/word?pageId=&version=`: the page as a Word file. */
export async function sendWord(
  site: Site,
  query: URLSearchParams,
  accountId: string | null,
  response: ServerResponse,
): Promise<void> {
  const version = query.get('version');
  const read = wanted.safeParse({
    pageId: query.get('pageId') ?? '',
    exportType: 'word',
    ...(version === null ? {} : { version: Number(version) }),
  });
  if (!read.success) throw new HttpRefused(400, z.prettifyError(read.error));
  const page = await refusing(exportPage(site, read.data, accountId));
  const file = await wordFile(page);
  response.writeHead(200, {
    'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'content-disposition': `attachment; filename="page-${page.pageId}.docx"; filename*=UTF-8''${encodeURIComponent(`${page.title}.docx`).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(file);
}

function refusing<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    if (error instanceof ExportRefused) throw new HttpRefused(error.status, error.message);
    throw error;
  });
}
