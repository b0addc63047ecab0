import { type FieldDefinition, fieldById, SYSTEM_FIELDS, valueContextOf } from '../fields/registry';
import type { IssueType, Project, Screen, ScreenOperation } from '../model/entities';
import type { Site } from '../site';

/** The screen that a company-managed project shows for an operation on an issue type; a team-managed one has none. */
export function screenFor(
  site: Site,
  project: Project,
  typeId: string,
  operation: ScreenOperation,
): Screen | undefined {
  const scheme = site.store.issueTypeScreenSchemes.get(project.issueTypeScreenSchemeId);
  const screenSchemeId = scheme?.mappings[typeId] ?? scheme?.mappings.default;
  const screens = screenSchemeId === undefined ? undefined : site.store.screenSchemes.get(screenSchemeId)?.screens;
  return screens && site.store.screens.get(screens[operation] ?? screens.default);
}

export const screenFieldIds = (screen: Screen | undefined): string[] =>
  (screen?.tabs ?? []).flatMap((tab) => tab.fields);

/**
 * The fields that may be set in an operation: those of the screen that have a context for the issue. A team-managed
 * project has no screens; its issues take the system fields.
 */
export function settableFields(
  site: Site,
  project: Project,
  typeId: string,
  operation: ScreenOperation,
): Map<string, FieldDefinition> {
  const ids =
    project.style === 'next-gen'
      ? SYSTEM_FIELDS.filter((field) => field.kind !== null || field.id === 'issuelinks').map((field) => field.id)
      : [...screenFieldIds(screenFor(site, project, typeId, operation)), 'parent'];
  return withContext(site, ids, { projectId: project.id, typeId });
}

/** The fields among `ids` that exist and have a context for the issue. */
export function withContext(
  site: Site,
  ids: readonly string[],
  issue: { projectId: string; typeId: string },
): Map<string, FieldDefinition> {
  const found = new Map<string, FieldDefinition>();
  for (const id of ids) {
    const field = fieldById(site, id);
    if (field && (field.kind || field.id === 'issuelinks') && valueContextOf(site, field, issue)) found.set(id, field);
  }
  return found;
}

/** The issue types of a project, in the order of its scheme. */
export function typesOfProject(site: Site, project: Project): IssueType[] {
  if (project.style === 'next-gen') return site.store.issueTypes.all().filter((type) => type.projectId === project.id);
  const ids = site.store.issueTypeSchemes.get(project.issueTypeSchemeId)?.issueTypeIds ?? [];
  return ids.map((id) => site.store.issueTypes.get(id)).filter((type) => type !== undefined);
}

/** The value that an issue gets in a priority field when nothing is chosen: Medium. */
export const DEFAULT_PRIORITY = '3';
/** The resolution that closing sets when nothing else is chosen. */
export const DEFAULT_RESOLUTION = '10000';
