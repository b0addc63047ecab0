import { isOwn, type Ref } from './identity';
import type { Observed, ObservedFieldState } from './observed';
import { fieldOf, issueTypeOf, linkTypeOf, notAdoptable, refs } from './own';
import { addsToField } from './plan';
import type { WantedField } from './wanted/fields';
import type { Wanted } from './wanted/wanted';

/** Something of the customer's that has a wanted name and could be used instead of one of the app's own. */
export interface Namesake {
  ref: Ref;
  what: string;
  /** Who uses it now, in words. */
  usedBy: string;
  /** What using it would add to it, in words. */
  adds: string;
}

/**
 * What the administrator may let the app use, for each by a tick: fields, issue types and link types, for these hold
 * people's data. Screens, schemes and workflows hold none: the app's own stand beside them. Pure.
 */
export function namesakesOf(wanted: Wanted, observed: Observed): Namesake[] {
  return [
    ...wanted.workTypes.flatMap((type) => {
      const ref = refs.issueType(type);
      const candidate = offered(ref, issueTypeOf(type, observed), observed);
      if (!candidate || candidate.subtask) return [];
      const projects = observed.projectsOfType.get(candidate.id) ?? 0;
      const inUse = observed.issueTypeScheme.issueTypeIds.includes(candidate.id);
      return {
        ref,
        what: `Issue type "${candidate.name}"`,
        usedBy: projects === 0 ? 'no project' : counted(projects, 'project'),
        adds: inUse
          ? 'nothing is added; its workflow and screens in this project stay as they are'
          : 'this project gets it, with the workflow and screen of the app',
      };
    }),
    ...wanted.linkTypes.flatMap((type) => {
      const ref = refs.linkType(type);
      const candidate = offered(ref, linkTypeOf(type, observed), observed);
      if (candidate?.inward !== type.inward || candidate.outward !== type.outward) return [];
      return { ref, what: `Link type "${candidate.name}"`, usedBy: 'links between issues', adds: 'nothing is added' };
    }),
    ...wanted.fields.flatMap((field) => fieldNamesake(field, observed)),
  ];
}

function fieldNamesake(field: WantedField, observed: Observed): Namesake[] {
  const ref = refs.field(field);
  const { found, namesakes } = fieldOf(field, observed);
  if (found && !observed.known.adopt.has(ref)) return [];
  const candidate = namesakes.find((one) => notAdoptable(field, one, observed) === null);
  if (!candidate) return [];
  return [
    {
      ref,
      what: `Field "${candidate.name}"`,
      usedBy: usersOf(candidate),
      adds: addsToField(field, candidate, observed),
    },
  ];
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

function usersOf({ contexts, screens }: ObservedFieldState): string {
  const projects = new Set(contexts.flatMap(({ projectIds }) => projectIds)).size;
  const where = contexts.some(({ isGlobal }) => isGlobal) ? 'all projects' : counted(projects, 'project');
  return `${where}, by ${counted(contexts.length, 'context')}; shown on ${counted(screens, 'screen')}`;
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
