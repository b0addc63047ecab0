import { nearestId } from './read';
import type { Controls } from './rule';

export interface DataText {
  file: string;
  id: string;
  /** The property that holds it, also for an entry of a list. */
  key: string;
  /** Path of the list or object that holds it, to tell lists apart. */
  list: string;
  text: string;
}

/** Every text in the data files, in their order. */
export function dataTexts({ data }: Controls): DataText[] {
  return Object.entries(data).flatMap(([file, root]) =>
    textsBelow(root, [], '').map(({ path, key, text }) => ({
      file,
      id: nearestId(root, path) || (path[0] ?? ''),
      key,
      list: path.slice(0, -1).join('/'),
      text,
    })),
  );
}

function textsBelow(value: unknown, path: string[], key: string): { path: string[]; key: string; text: string }[] {
  if (typeof value === 'string') return [{ path, key, text: value }];
  if (Array.isArray(value)) return value.flatMap((entry, place) => textsBelow(entry, [...path, String(place)], key));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, entry]) => textsBelow(entry, [...path, name], name));
}
