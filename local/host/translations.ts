import { existsSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { z } from 'zod';

/** `translations` of manifest.yml (developer.atlassian.com/platform/forge/manifest-reference/translations). */
const schema = z.object({
  resources: z.array(z.object({ key: z.string(), path: z.string() })).min(1),
  fallback: z.object({ default: z.string() }).catchall(z.array(z.string())),
});

/** Texts of one language: nested objects with strings at their ends. */
type Texts = Record<string, unknown>;

/** The app's texts by language, and the order in which languages stand in for each other. */
export interface Translations {
  /** What `@forge/bridge` reads as `__LOCALES__/i18n-info.json`. */
  readonly info: { config: { locales: string[]; fallback: Record<string, unknown> } };
  /** The file of a language, or null. */
  texts(locale: string): Texts | null;
  /** A text of the manifest: itself, or the translation of `{i18n: key}` in the default language. */
  text(value: unknown): string | null;
}

/** Reads the languages of the app at `root`. @throws Error that names a file that is missing or cannot be read */
export function readTranslations(root: string, given: unknown): Translations {
  if (given === undefined) {
    const none = { config: { locales: [], fallback: { default: 'en-US' } } };
    return { info: none, texts: () => null, text: (value) => (typeof value === 'string' ? value : null) };
  }
  const read = schema.safeParse(given);
  if (!read.success) throw new Error(`manifest.yml, translations: ${z.prettifyError(read.error)}`);
  const { resources, fallback } = read.data;
  const files = new Map(resources.map(({ key, path }) => [key, readTexts(root, path)]));
  if (!files.has(fallback.default))
    throw new Error(`manifest.yml, translations: the default language ${fallback.default} is not among the resources.`);
  return {
    info: { config: { locales: [...files.keys()], fallback } },
    texts: (locale) => files.get(locale) ?? null,
    text(value) {
      if (typeof value === 'string') return value;
      const key = (value as { i18n?: unknown } | null | undefined)?.i18n;
      return typeof key === 'string' ? (find(files.get(fallback.default) ?? {}, key) ?? key) : null;
    },
  };
}

function readTexts(root: string, path: string): Texts {
  const file = resolve(join(root, path));
  if (!file.startsWith(resolve(root) + sep) || !existsSync(file))
    throw new Error(`manifest.yml, translations: there is no file ${path}.`);
  return z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** The text under `a.b.c`, or under the whole key where the file is flat. */
function find(texts: Texts, key: string): string | null {
  if (typeof texts[key] === 'string') return texts[key];
  const value = key.split('.').reduce<unknown>((place, part) => (place as Texts | undefined)?.[part], texts);
  return typeof value === 'string' ? value : null;
}
