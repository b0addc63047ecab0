import { levelNamed, schemeOf } from '../permissions/security';
import type { Site } from '../site';
import { type FieldKind, type ValueContext, ValueError } from './kinds';

const levelsOf = ({ site, projectId }: ValueContext) =>
  schemeOf(site, projectId === undefined ? undefined : site.store.projects.get(projectId))?.levels ?? [];

/** `SecurityLevel`, as an issue shows it. */
const renderLevel = (site: Site, id: string): Record<string, unknown> | null => {
  const level = levelNamed(site, id)?.level;
  if (!level) return null;
  const { name, description } = level;
  return { self: `${site.baseUrl}/rest/api/3/securitylevel/${id}`, id, description, name };
};

/** The security level: stored as its id. Only the levels of the project's scheme can be chosen. */
export const securityLevel: FieldKind = {
  type: 'securitylevel',
  operations: ['set'],
  jql: 'exact',
  parse(input, valueContext) {
    const { id, name } = typeof input === 'object' && input !== null ? (input as { id?: unknown; name?: unknown }) : {};
    const found = levelsOf(valueContext).find((level) =>
      id === undefined ? level.name === name : level.id === String(id),
    );
    if (!found) throw new ValueError(`The security level '${String(id ?? name)}' is not one of the project's scheme.`);
    return found.id;
  },
  render: (stored, { site }) => renderLevel(site, String(stored)),
  describe: (stored, { site }) => ({
    id: String(stored),
    text: levelNamed(site, String(stored))?.level.name ?? '',
  }),
  terms: (stored) => [`#${String(stored)}`],
  allowedValues: (valueContext) => levelsOf(valueContext).map(({ id }) => renderLevel(valueContext.site, id)),
};
