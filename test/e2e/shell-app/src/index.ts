import Resolver from '@forge/resolver';

interface ExportCall {
  exportType: string;
  context?: { config?: { word?: string } };
  extensionPayload?: { config?: { word?: string }; macro?: { body?: { content?: unknown[] } } };
}

const define = new Resolver();
define.define('greet', ({ context }) => `Hello ${context.accountId ?? 'nobody'}`);
export const resolver = define.getDefinitions();

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });

/** The word stands in another place of the payload for each kind of export. */
export const exportWord = ({ exportType, context, extensionPayload }: ExportCall) => {
  const word = extensionPayload?.config?.word ?? context?.config?.word ?? 'none';
  return { type: 'doc', version: 1, content: [paragraph(`The word is ${word} (${exportType})`)] };
};

export const exportFrame = ({ extensionPayload }: ExportCall) => ({
  type: 'doc',
  version: 1,
  content: [paragraph('Framed:'), ...(extensionPayload?.macro?.body?.content ?? [])],
});

export const onEvent = () => console.log('heard of a change');
export const onHour = () => console.log('an hour has passed');
