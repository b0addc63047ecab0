/** A path template of an OpenAPI file, cut at its slashes. */
export interface Template {
  readonly path: string;
  readonly parts: readonly string[];
}

export type TemplateIndex = ReadonlyMap<number, readonly Template[]>;

const isParameter = (part: string | undefined): boolean => part?.startsWith('{') ?? false;

/** Templates by their number of parts; a fixed part goes before a parameter in the same place. */
export function templatesOf(paths: readonly string[]): TemplateIndex {
  const index = new Map<number, Template[]>();
  for (const path of paths) {
    const parts = path.split('/');
    index.set(parts.length, [...(index.get(parts.length) ?? []), { path, parts }]);
  }
  for (const templates of index.values()) {
    templates.sort((a, b) => {
      const at = a.parts.findIndex((part, place) => isParameter(part) !== isParameter(b.parts[place]));
      return at < 0 ? 0 : isParameter(a.parts[at]) ? 1 : -1;
    });
  }
  return index;
}

/** The template that a path fits and that `accepts` agrees to. */
export function matchTemplate(
  index: TemplateIndex,
  path: string,
  accepts: (template: string) => boolean,
): Template | null {
  const given = path.split('/');
  const fits = (template: Template) =>
    template.parts.every((part, place) => (isParameter(part) ? given[place] !== '' : part === given[place]));
  return index.get(given.length)?.find((template) => fits(template) && accepts(template.path)) ?? null;
}
