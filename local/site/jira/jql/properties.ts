import type { Issue } from '../model/entities';
import { dateOf, userId } from './literals';
import { type Field, JqlError } from './parse';
import type { JqlField, Scene, Term } from './scene';

/**
 * An entity property of issues: `issue.property[aims].risk.score`, or the search alias that the app's manifest gives it
 * (module jira:entityProperty). Only declared paths are indexed, so others are refused as Jira refuses them.
 */
export function propertyField(scene: Scene, field: Field): JqlField | null {
  const declared = scene.site.app.modules['jira:entityProperty'].filter((module) => module.entityType === 'issue');
  const all = declared.flatMap((module) => module.values.map((value) => ({ key: module.propertyKey, ...value })));
  const reference = field.properties?.[0];
  if (!reference?.key || field.value.toLowerCase() !== 'issue.property') {
    const alias = all.find((value) => value.searchAlias?.toLowerCase() === field.value.toLowerCase());
    return alias ? indexed(scene, alias.searchAlias ?? '', alias) : null;
  }
  const path = (reference.path ?? [])
    .map((part) => part.value)
    .join('')
    .replace(/^\./, '');
  const key = reference.key.value;
  const name = `issue.property[${key}].${path}`;
  const found = all.find((value) => value.key === key && value.path === path);
  if (!found) throw new JqlError(`Field '${name}' does not exist or you do not have permission to view it.`);
  return indexed(scene, name, found);
}

const KINDS: Readonly<Record<string, JqlField['kind']>> = {
  number: 'number',
  date: 'date',
  user: 'user',
  text: 'text',
  string: 'exact',
};

function indexed(
  scene: Scene,
  name: string,
  { key, path, type }: { key: string; path: string; type: string },
): JqlField {
  const kind = KINDS[type] ?? 'exact';
  const read = termReader(kind);
  const terms = (issue: Issue): Term[] => {
    let value = scene.site.store.properties.get(`issue:${issue.id}/${key}`)?.value;
    for (const part of path.split('.'))
      value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined;
    return (Array.isArray(value) ? value : [value]).filter((one) => one !== undefined && one !== null).map(read);
  };
  return {
    name,
    kind,
    terms,
    resolve(text) {
      if (kind === 'date') return [dateOf(scene, text, name)];
      if (kind === 'user') return [userId(scene, text, name)];
      if (kind !== 'number') return [text.toLowerCase()];
      if (!Number.isFinite(Number(text)))
        throw new JqlError(`The value '${text}' for the field '${name}' is not a number.`);
      return [Number(text)];
    },
    sort: (issue) => terms(issue)[0] ?? null,
  };
}

function termReader(kind: JqlField['kind']): (value: unknown) => Term {
  if (kind === 'number') return Number;
  if (kind === 'date') return (value) => Date.parse(String(value));
  return (value) => String(value).toLowerCase();
}
