import { z } from 'zod';
import type { Site } from '../../site';
import { isOpenTo } from '../licence';
import type { FrameCalls } from './frame-calls';

/** Answers of `fetchProduct` carry these headers; the platform filters others. */
const HEADERS = ['content-type', 'retry-after', 'x-ratelimit-remaining', 'link'];

const invoke = z.object({
  command: z.literal('invoke'),
  moduleKey: z.string(),
  functionKey: z.string(),
  payload: z.unknown().optional(),
  extension: z.record(z.string(), z.unknown()).optional(),
  locale: z.string().optional(),
  localId: z.string().optional(),
  /** The address of the frame that asks. */
  screen: z.string().optional(),
});
const fetchProduct = z.object({
  command: z.literal('fetchProduct'),
  product: z.enum(['jira', 'confluence']),
  restPath: z.string().startsWith('/'),
  fetchRequestInit: z.object({
    method: z.string().default('GET'),
    body: z.string().nullish(),
    headers: z.array(z.tuple([z.string(), z.string()])).default([]),
  }),
});
const command = z.discriminatedUnion('command', [invoke, fetchProduct]);

/**
 * The server's side of the front end's bridge: what needs the app's back end or a product.
 * @throws Error with the message that the app's promise is rejected with
 */
export async function answerBridge(
  site: Site,
  body: unknown,
  accountId: string | null,
  frameCalls: FrameCalls,
): Promise<unknown> {
  const read = command.safeParse(body);
  if (!read.success) throw new Error(`The bridge cannot read this: ${z.prettifyError(read.error)}`);
  if (read.data.command === 'invoke') {
    const { moduleKey, functionKey, payload, extension, locale, localId, screen } = read.data;
    requireOpen(site, moduleKey, accountId);
    const answer = await site.invoke({
      module: moduleKey,
      key: functionKey,
      payload,
      accountId,
      ...(extension ? { extension } : {}),
      ...(locale ? { locale } : {}),
      ...(localId ? { localId } : {}),
    });
    if (screen !== undefined) frameCalls.note(screen, functionKey, answer);
    return answer;
  }
  const { product, restPath, fetchRequestInit: init } = read.data;
  const answer = await site.gate.asUser(
    product,
    restPath,
    { method: init.method, headers: Object.fromEntries(init.headers), body: init.body ?? null },
    accountId,
  );
  const headers = Object.fromEntries(
    Object.entries(answer.headers).filter(([name]) => HEADERS.includes(name.toLowerCase())),
  );
  return {
    status: answer.status,
    statusText: answer.statusText ?? '',
    headers,
    body: answer.body ?? '',
    isAttachment: false,
  };
}

/** Past the pages, which draw no frame then. */
function requireOpen(site: Site, moduleKey: string, accountId: string | null): void {
  const module = site.manifest.modules.get(moduleKey);
  if (module && !isOpenTo(module, site.jira.directory, accountId))
    throw new Error(`The module ${moduleKey} is not open without a licence (unlicensedAccess in manifest.yml).`);
}
