import type { Configuration } from '../store/configuration';

/** One wanted object: `<kind>:<key>`, such as `field:likelihood`. */
export type Ref = string;

/** What the app knows of the site's objects before it looks: ids first, names never. */
export interface Known {
  /** Objects that the app uses, its own and adopted ones: ref -> Jira's id. */
  ids: Readonly<Record<Ref, string>>;
  /** Objects that the app made in this installation: ref -> Jira's id. */
  made: Readonly<Record<Ref, string>>;
  /** Refs that were about to be made when the configuration was last written: after a crash they may be there. */
  making: ReadonlySet<Ref>;
  /** Refs whose namesake the administrator lets the app use. */
  adopt: ReadonlySet<Ref>;
  /** Field key -> option id -> option key. */
  options: Configuration['options'];
  /** Enrolled projects, by id. */
  projects: ReadonlySet<string>;
}

export function knownFrom(configuration: Configuration, adopt: readonly Ref[]): Known {
  const of = (kind: string, ids: Readonly<Record<string, string>>) =>
    Object.entries(ids).map(([key, id]) => [`${kind}:${key}`, id] as const);
  const statuses = Object.entries(configuration.statuses).flatMap(([id, keys]) =>
    keys.map((key) => [`status:${key.split(':')[1] ?? ''}`, id] as const),
  );
  return {
    ids: Object.fromEntries([
      ...Object.entries(configuration.made),
      ...of('field', configuration.fields),
      ...of('issue-type', configuration.issueTypes),
      ...of('link-type', configuration.linkTypes),
      ...statuses,
    ]),
    made: configuration.made,
    making: new Set(configuration.making),
    adopt: new Set(adopt),
    options: configuration.options,
    projects: new Set(configuration.projects),
  };
}

/**
 * The text in an object's description by which the app knows its own again after a reinstallation. Its form never changes:
 * descriptions of released versions hold it.
 */
export const markerOf = (ref: Ref): string => `aims:${ref}:1`;

/** A description that people read, with the marker behind it. */
export const described = (words: string, ref: Ref): string => `${words} (${markerOf(ref)})`;

/** A description that tells people nothing: empty, or the marker alone. */
export const isBare = (ref: Ref, description: string): boolean => ['', markerOf(ref)].includes(description.trim());

interface Candidate {
  id: string | number;
  name: string;
  description?: string | undefined;
}

const hasMarker = ({ description }: Candidate, ref: Ref): boolean => description?.includes(`aims:${ref}:`) === true;

const byId = (a: Candidate, b: Candidate): number => String(a.id).localeCompare(String(b.id), 'en', { numeric: true });

/** Whether the app made the object, in this installation or an earlier one; else it may only use it. */
export function isOwn(ref: Ref, candidate: Candidate, known: Known): boolean {
  return known.made[ref] === String(candidate.id) || hasMarker(candidate, ref);
}

export interface Identity<Found extends Candidate> {
  /** What stands for the wanted object on this site: the app's own, or one that it was let use. */
  found: Found | undefined;
  /** Of the wanted name, but not the app's. */
  namesakes: Found[];
  /** The name to make it under: the wanted one, or a free one beside a namesake. */
  name: string;
}

/**
 * Tells which of the site's objects stands for a wanted one: the one whose id is kept, else the one with the app's marker in
 * its description, else a namesake that the administrator chose. Never by name alone. Pure.
 * @param fits whether a namesake could be used as it is, should the administrator choose so
 */
export function identify<Found extends Candidate>(
  ref: Ref,
  wantedName: string,
  candidates: readonly Found[],
  known: Known,
  fits: (candidate: Found) => boolean = () => false,
): Identity<Found> {
  const sorted = candidates.toSorted(byId);
  const named = sorted.filter(({ name }) => sameName(name, wantedName));
  const own =
    sorted.find(({ id }) => known.ids[ref] === String(id)) ??
    // Who copies an object in Jira copies its description too: the oldest is the original.
    sorted.find((candidate) => hasMarker(candidate, ref));
  const found = own ?? (known.adopt.has(ref) ? named.find(fits) : undefined);
  return {
    found,
    namesakes: own ? [] : named,
    name: freeName(
      wantedName,
      candidates.map(({ name }) => name),
    ),
  };
}

/** Jira compares most names without regard to case. */
export const sameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** The wanted name, else "AIMS {name}", else that with a number: the first that nothing on the site has. */
export function freeName(wantedName: string, taken: readonly string[]): string {
  const isFree = (name: string) => !taken.some((other) => sameName(other, name));
  if (isFree(wantedName)) return wantedName;
  const own = wantedName.startsWith('AIMS ') ? wantedName : `AIMS ${wantedName}`;
  const numbered = taken.map((_, index) => `${own} ${index + 2}`);
  return [own, ...numbered].find(isFree) ?? `${own} ${taken.length + 2}`;
}
