import { z } from 'zod';
import { AppError } from '../errors';

const id = z.union([z.string(), z.number()]).transform(String);
const place = z.object({ id }).optional().catch(undefined);

/**
 * Where a module stands, as the platform signs it: the project of a project page, the issue of an issue context, the page
 * of a macro (developer.atlassian.com/platform/forge/manifest-reference/modules, "Extension context"). A macro may be
 * configured to show the policy of another page, and its form tries one out before it is saved.
 */
const extension = z.object({
  project: place,
  issue: place,
  content: place,
  config: z
    .object({ pageId: id.optional().catch(undefined) })
    .optional()
    .catch(undefined),
  macro: z.object({ isConfiguring: z.boolean().optional() }).optional().catch(undefined),
});

/**
 * A payload may name no other project, issue or page than the module that it comes from, where that has one.
 * @throws AppError other-place
 */
export function requireSamePlace(input: Readonly<Record<string, unknown>>, signed: unknown): void {
  const { project, issue, content, config, macro } = extension.catch({}).parse(signed);
  const pages =
    content && macro?.isConfiguring !== true
      ? [content.id, ...(config?.pageId === undefined ? [] : [config.pageId])]
      : [];
  const named = [
    { given: input.projectId, allowed: project ? [project.id] : [] },
    { given: input.issueId, allowed: issue ? [issue.id] : [] },
    { given: input.pageId, allowed: pages },
  ];
  for (const { given, allowed } of named)
    if (typeof given === 'string' && allowed.length > 0 && !allowed.includes(given)) throw new AppError('other-place');
}
