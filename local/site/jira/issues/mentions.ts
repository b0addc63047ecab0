/** The accounts that an Atlassian document mentions, each once. */
export function mentionsIn(document: unknown): string[] {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, attrs, content } = node as { type?: unknown; attrs?: { id?: unknown }; content?: unknown };
    if (type === 'mention' && typeof attrs?.id === 'string') found.add(attrs.id);
    if (Array.isArray(content)) for (const child of content) visit(child);
  };
  visit(document);
  return [...found];
}

/** Whom a document mentions that an earlier version of it did not. */
export function newMentions(before: unknown, after: unknown): string[] {
  const known = mentionsIn(before);
  return mentionsIn(after).filter((id) => !known.includes(id));
}
