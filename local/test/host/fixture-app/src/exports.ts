import api, { route } from '@forge/api';

/** Export functions of the fixture's macros. */
interface Payload {
  exportType: string;
  context: { content?: { id: string }; config?: unknown; extension?: { content: { id: string } } };
  extensionPayload: { config?: unknown; macro?: { body: unknown } };
}

const line = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });

/** Says what it was given, reads the page as the app, and tries to read it as a user, whom there is none. */
export async function exportNote(payload: Payload) {
  const { context, extensionPayload } = payload;
  const pageId = context.extension?.content.id ?? context.content?.id ?? '';
  const page = await api.asApp().requestConfluence(route`/wiki/api/v2/pages/${pageId}`);
  const asUser = await api
    .asUser()
    .requestConfluence(route`/wiki/api/v2/pages/${pageId}`)
    .then(
      (response) => response.status,
      (error: Error) => error.constructor.name,
    );
  const body = extensionPayload.macro?.body as { content: unknown[] } | undefined;
  return {
    type: 'doc',
    version: 1,
    content: [
      line(`type ${payload.exportType}`),
      line(`config ${JSON.stringify(extensionPayload.config ?? context.config)}`),
      line(`page ${pageId} ${((await page.json()) as { title: string }).title}`),
      line(`user ${asUser}`),
      ...(body?.content ?? []),
    ],
  };
}

export async function exportBroken() {
  throw new Error('secret of the function');
}

export async function exportOdd() {
  return { type: 'paragraph', content: [] };
}
