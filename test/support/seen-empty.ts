import type { Hands } from './site';

interface Linked {
  application?: { type?: string };
  object: { url: string };
}

/** Where pages of Confluence are, on this site and on any other. */
const PAGES = '/wiki/';

/** Less than 40 characters, no file, and neither a page among the links outside Jira nor one shown in the description. */
export async function isEmptySeen(
  id: string,
  { description, attachment }: Record<string, unknown>,
  { rest }: Pick<Hands, 'rest'>,
): Promise<boolean> {
  const words: string[] = [];
  const addresses: string[] = [];
  read(description, words, addresses);
  const written = words.join('').split(/\s/).filter(Boolean).join(' ');
  if (Array.from(written).length > 39 || (attachment as unknown[]).length > 0) return false;
  const { body } = await rest<Linked[]>('GET', `/rest/api/3/issue/${id}/remotelink`);
  return ![...addresses, ...body.map(({ object }) => object.url)].some((address) => address.includes(PAGES));
}

/** Collects what is to be read in a document, and where it leads. */
function read(part: unknown, words: string[], addresses: string[]): void {
  if (Array.isArray(part)) for (const one of part) read(one, words, addresses);
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return;
  const { type, text, content, attrs, marks } = part as Record<string, unknown>;
  if (type === 'text') words.push(String(text));
  else words.push(' ');
  for (const { attrs: mark } of (marks ?? []) as { attrs?: { href?: string } }[]) addresses.push(mark?.href ?? '');
  addresses.push(String((attrs as { url?: string } | undefined)?.url ?? ''));
  read(content, words, addresses);
  if (type !== 'text') words.push(' ');
}
