import Resolver from '@forge/resolver';

/** How many days are left, on the day of the clock; a day is written 2026-01-31. */
function daysUntil(day: string, now: Date): number {
  const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  return Math.round((Date.parse(`${day}T00:00:00Z`) - midnight) / 86_400_000);
}

interface Config {
  day?: string;
  label?: string;
}

function words({ day, label = 'the day' }: Config): string {
  if (!day) return 'No day is chosen.';
  const left = daysUntil(day, new Date());
  return left < 0 ? `${label} is over.` : `${left} days until ${label}.`;
}

const define = new Resolver();
define.define('words', ({ context }) => words((context.extension.config ?? {}) as Config));
export const resolver = define.getDefinitions();

/** Confluence hands the configuration over in another place for PDF than for Word. */
interface ExportPayload {
  context: { config?: Config };
  extensionPayload?: { config?: Config };
}

export function exportCountdown({ context, extensionPayload }: ExportPayload) {
  const text = words(extensionPayload?.config ?? context.config ?? {});
  return { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
}
