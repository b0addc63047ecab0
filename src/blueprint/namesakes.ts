import type { Namesake as AnyNamesake, NamesakeUse } from '../domain/setup/step';
import { isOwn, type Ref } from './identity';
import type { Observed, ObservedFieldState } from './observed';
import { fieldOf, isAdoptable, issueTypeOf, linkTypeOf, refs } from './own';
import { addsToField } from './plan';
import type { WantedField } from './wanted/fields';
import type { Wanted } from './wanted/wanted';

export type Namesake = AnyNamesake<Ref>;

/**
 * What the administrator may let the app use, for each by a tick: fields, issue types and link types, for these hold
 * people's data. Screens, schemes and workflows hold none: the app's own stand beside them. Pure.
 */
export function namesakesOf(wanted: Wanted, observed: Observed): Namesake[] {
  return [
    ...wanted.workTypes.flatMap((type): Namesake[] => {
      const ref = refs.issueType(type);
      const candidate = offered(ref, issueTypeOf(type, observed), observed);
      if (!candidate || candidate.subtask) return [];
      const { id, name } = candidate;
      const inUse = observed.issueTypeScheme.issueTypeIds.includes(id);
      const use = { code: 'projects', count: observed.projectsOfType.get(id) ?? 0 } as const;
      return [{ ref, kind: 'issue-type', name, use, adds: { code: inUse ? 'keeps-workflow' : 'joins-project' } }];
    }),
    ...wanted.linkTypes.flatMap((type): Namesake[] => {
      const ref = refs.linkType(type);
      const candidate = offered(ref, linkTypeOf(type, observed), observed);
      if (candidate?.inward !== type.inward || candidate.outward !== type.outward) return [];
      return [{ ref, kind: 'link-type', name: candidate.name, use: { code: 'links' }, adds: { code: 'nothing' } }];
    }),
    ...wanted.fields.flatMap((field) => fieldNamesake(field, observed)),
  ];
}

function fieldNamesake(field: WantedField, observed: Observed): Namesake[] {
  const ref = refs.field(field);
  const { found, namesakes } = fieldOf(field, observed);
  if (found && !observed.known.adopt.has(ref)) return [];
  const candidate = namesakes.find((one) => isAdoptable(field, one, observed));
  if (!candidate) return [];
  const { name } = candidate;
  return [{ ref, kind: 'field', name, use: usersOf(candidate), adds: addsToField(field, candidate, observed) }];
}

/** What has the name and stands for nothing yet, or stands for it because of a tick of this plan. */
function offered<Found extends { id: string; name: string; description?: string | undefined }>(
  ref: Ref,
  { found, namesakes }: { found: Found | undefined; namesakes: readonly Found[] },
  { known }: Observed,
): Found | undefined {
  const [candidate] = namesakes;
  if (!candidate || isOwn(ref, candidate, known)) return undefined;
  return found && !known.adopt.has(ref) ? undefined : candidate;
}

function usersOf({ contexts, screens }: ObservedFieldState): NamesakeUse {
  const projects = contexts.some(({ isGlobal }) => isGlobal)
    ? 'all'
    : new Set(contexts.flatMap(({ projectIds }) => projectIds)).size;
  return { code: 'field', projects, contexts: contexts.length, screens };
}
