import type { Call } from '../call';
import { type FieldDefinition, valueContextOf } from '../fields/registry';
import type { Issue, Project } from '../model/entities';
import { hasProject } from '../permissions/access';
import type { People } from '../permissions/holders';
import { isMember, levelNamed, SECURITY } from '../permissions/security';
import { fieldMetadata } from './metadata';

/** The fields that a form offers to the caller, with their metadata: a security level only to whoever may give one. */
export function offeredFields(
  call: Call,
  project: Project,
  place: Pick<Issue, 'projectId' | 'typeId'> & People,
  settable: ReadonlyMap<string, FieldDefinition>,
): (readonly [FieldDefinition, Record<string, unknown>])[] {
  const { site, actor } = call;
  return [...settable.values()].flatMap((field) => {
    const valueContext = valueContextOf(site, field, place);
    if (!valueContext) return [];
    const metadata = fieldMetadata(field, valueContext);
    if (field.id !== SECURITY) return [[field, metadata] as const];
    if (!hasProject(site, actor, 'SET_ISSUE_SECURITY', project)) return [];
    const allowedValues = (metadata.allowedValues as { id: string }[]).filter(({ id }) => {
      const level = levelNamed(site, id)?.level;
      return level !== undefined && isMember(site, actor, level, project, place);
    });
    return [[field, { ...metadata, allowedValues }] as const];
  });
}
