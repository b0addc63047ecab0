import { useNameOf } from '../core/people';

/** Somebody who is mentioned: by the name that stands in the text, else by today's. */
export function Mention({ id, text }: { id?: unknown; text?: unknown }) {
  const nameOf = useNameOf();
  return <span className="mention">{String(text ?? `@${nameOf(String(id))}`)}</span>;
}
