import type { Adf, AdfNode } from '../../adf/adf';
import { documentOf } from './convert';

interface Person {
  accountId: string;
  displayName: string;
}

/** Plain text as a document in which `@` and the whole name of a person mentions them; longer names go before shorter ones. */
export function documentWithMentions(text: string, people: readonly Person[]): Adf {
  const document = documentOf(text);
  const byLength = [...people].sort((a, b) => b.displayName.length - a.displayName.length);
  return {
    ...document,
    content: (document.content ?? []).map((paragraph) => ({
      ...paragraph,
      content: (paragraph.content ?? []).flatMap((node) => mentioned(node.text ?? '', byLength)),
    })),
  };
}

/** A letter or digit first: the name goes on, and is another. */
const LETTER = /^[\p{L}\p{N}]/u;

function mentioned(text: string, people: readonly Person[]): AdfNode[] {
  if (text === '') return [];
  const at = text.indexOf('@');
  if (at < 0) return [{ type: 'text', text }];
  const before = at === 0 ? [] : [{ type: 'text', text: text.slice(0, at) }];
  const rest = text.slice(at + 1);
  const person = people.find(
    ({ displayName }) =>
      rest.toLowerCase().startsWith(displayName.toLowerCase()) && !LETTER.test(rest.slice(displayName.length)),
  );
  if (!person) {
    const [next, ...others] = mentioned(rest, people);
    // Text nodes side by side would be two words where there was one.
    const isText = next?.type === 'text';
    const own = { type: 'text', text: `${text.slice(0, at)}@${isText ? next.text : ''}` };
    return [own, ...(next && !isText ? [next] : []), ...others];
  }
  const { accountId, displayName } = person;
  const mention = { type: 'mention', attrs: { id: accountId, text: `@${displayName}` } };
  return [...before, mention, ...mentioned(rest.slice(displayName.length), people)];
}
