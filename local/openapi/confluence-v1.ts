import { z } from 'zod';
import type { Product } from '../seam';
import type { Problem } from './check';
import { matchTemplate, templatesOf } from './templates';

/**
 * Shapes of the operations that the published file does not hold: version 1 (restrictions, groups, search and others exist
 * only there) and what is newer than the file. Written from
 * https://developer.atlassian.com/cloud/confluence/rest/v1/ (the group named beside each) and
 * https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-descendants/.
 */
const links = z.record(z.string(), z.unknown());
const icon = z.object({ path: z.string(), width: z.number(), height: z.number(), isDefault: z.boolean() });
const user = z.object({
  type: z.enum(['known', 'unknown', 'anonymous', 'user']),
  accountId: z.string().optional(),
  accountType: z.enum(['atlassian', 'app', '']).optional(),
  email: z.string().optional(),
  publicName: z.string().optional(),
  profilePicture: icon.optional(),
  displayName: z.string().optional(),
});
const group = z.object({ type: z.literal('group'), name: z.string(), id: z.string(), _links: links.optional() });
const listOf = (item: z.ZodType) =>
  z.object({ results: z.array(item), start: z.number(), limit: z.number(), size: z.number() });
const linked = { _links: links };
const space = z.object({
  id: z.number(),
  key: z.string(),
  name: z.string(),
  type: z.string(),
  status: z.string(),
  _expandable: links,
  ...linked,
});
const content = z.object({
  id: z.string(),
  type: z.string(),
  status: z.string(),
  title: z.string(),
  _expandable: links.optional(),
  ...linked,
});
const version = z.object({
  by: user,
  when: z.iso.datetime(),
  message: z.string(),
  number: z.number(),
  minorEdit: z.boolean(),
});
const attachment = content.extend({
  type: z.literal('attachment'),
  version,
  extensions: z.object({ mediaType: z.string(), fileSize: z.number(), comment: z.string(), fileId: z.string() }),
});
const restriction = z.object({
  operation: z.enum(['read', 'update']),
  restrictions: z.object({ user: listOf(user), group: listOf(group) }),
  _expandable: links,
  ...linked,
});
const restrictions = listOf(restriction).extend({ restrictionsHash: z.string(), ...linked });
const label = z.object({ prefix: z.string(), name: z.string(), id: z.string(), label: z.string() });
const longTask = z.object({ id: z.string(), links: z.object({ status: z.string().optional() }) });
const searched = z.object({
  content: content.optional(),
  title: z.string(),
  excerpt: z.string(),
  url: z.string(),
  breadcrumbs: z.array(z.unknown()),
  entityType: z.string(),
  iconCssClass: z.string(),
  lastModified: z.iso.datetime(),
});

const V1 = '/wiki/rest/api';
const RESTRICTION = `${V1}/content/{id}/restriction`;

/** Answers by operation; null for an answer without a body. */
const ANSWERS: Readonly<Record<string, z.ZodType | null>> = {
  // Content, Content children and descendants, Content versions
  [`POST ${V1}/content/archive`]: longTask,
  [`GET ${V1}/content/search`]: listOf(content).extend(linked),
  [`POST ${V1}/content/{id}/copy`]: content.extend({
    space,
    history: z.object({ latest: z.boolean(), createdBy: user, createdDate: z.iso.datetime() }),
    version,
  }),
  [`PUT ${V1}/content/{id}/move/{position}/{targetId}`]: z.object({ pageId: z.string() }),
  [`POST ${V1}/content/{id}/version`]: version,
  // Content - attachments, and where their links lead
  [`POST ${V1}/content/{id}/child/attachment`]: listOf(attachment).extend(linked),
  [`PUT ${V1}/content/{id}/child/attachment`]: listOf(attachment).extend(linked),
  [`POST ${V1}/content/{id}/child/attachment/{attachmentId}/data`]: attachment,
  [`GET ${V1}/content/{id}/child/attachment/{attachmentId}/download`]: null,
  'GET /wiki/download/attachments/{pageId}/{fileName}': null,
  // Content labels
  [`POST ${V1}/content/{id}/label`]: listOf(label).extend(linked),
  [`DELETE ${V1}/content/{id}/label`]: null,
  [`DELETE ${V1}/content/{id}/label/{label}`]: null,
  // Content permissions
  [`POST ${V1}/content/{id}/permission/check`]: z.object({
    hasPermission: z.boolean(),
    errors: z.array(z.object({ translation: z.string() })).optional(),
    _links: links.optional(),
  }),
  // Content restrictions
  [`GET ${RESTRICTION}`]: restrictions,
  [`POST ${RESTRICTION}`]: restrictions,
  [`PUT ${RESTRICTION}`]: restrictions,
  [`DELETE ${RESTRICTION}`]: restrictions,
  [`GET ${RESTRICTION}/byOperation`]: z.object({ read: restriction, update: restriction }),
  [`GET ${RESTRICTION}/byOperation/{operation}`]: restriction,
  ...Object.fromEntries(
    ['GET', 'PUT', 'DELETE'].flatMap((method) =>
      ['user', 'byGroupId/{groupId}'].map((end) => [`${method} ${RESTRICTION}/byOperation/{operation}/${end}`, null]),
    ),
  ),
  // Group
  [`GET ${V1}/group`]: listOf(group).extend(linked),
  [`GET ${V1}/group/by-id`]: group,
  [`GET ${V1}/group/picker`]: listOf(group).extend(linked),
  [`GET ${V1}/group/{groupId}/membersByGroupId`]: listOf(user).extend(linked),
  // Users
  [`GET ${V1}/user`]: user,
  [`GET ${V1}/user/current`]: user,
  [`GET ${V1}/user/anonymous`]: user,
  [`GET ${V1}/user/memberof`]: listOf(group).extend(linked),
  // Search
  [`GET ${V1}/search`]: listOf(searched).extend({
    totalSize: z.number(),
    cqlQuery: z.string(),
    searchDuration: z.number(),
    ...linked,
  }),
  // Space, Space permissions
  [`POST ${V1}/space`]: space,
  [`POST ${V1}/space/_private`]: space,
  [`DELETE ${V1}/space/{spaceKey}`]: longTask,
  [`POST ${V1}/space/{spaceKey}/permission`]: z.object({
    id: z.number(),
    subject: z.object({ type: z.enum(['user', 'group']), identifier: z.string() }),
    operation: z.object({ key: z.string(), target: z.string() }),
    ...linked,
  }),
  [`DELETE ${V1}/space/{spaceKey}/permission/{id}`]: null,
  // Long-running task
  [`GET ${V1}/longtask/{id}`]: z.object({
    id: z.string(),
    name: z.object({ key: z.string(), args: z.array(z.unknown()) }),
    elapsedTime: z.number(),
    percentageComplete: z.number(),
    successful: z.boolean(),
    finished: z.boolean(),
    messages: z.array(z.unknown()),
    ...linked,
  }),
  // Version 2, Descendants
  'GET /wiki/api/v2/pages/{id}/descendants': z.object({
    results: z.array(
      z.object({
        id: z.string(),
        status: z.string(),
        title: z.string(),
        type: z.string(),
        parentId: z.string(),
        depth: z.number(),
        childPosition: z.number(),
      }),
    ),
    ...linked,
  }),
};

const REFUSAL = z.object({
  statusCode: z.number(),
  message: z.string(),
  data: z.object({
    authorized: z.boolean(),
    valid: z.boolean(),
    successful: z.boolean(),
    errors: z.array(z.unknown()),
  }),
});

/** The operations that have a shape here, as `GET /wiki/rest/api/group`. */
export const V1_OPERATIONS: ReadonlySet<string> = new Set(Object.keys(ANSWERS));
const templates = templatesOf([...new Set(Object.keys(ANSWERS).map((name) => name.split(' ')[1] ?? ''))]);

/** The same product, with the answers of version 1 held to the shapes above. */
export function withV1Check<T extends Product>(product: T, onProblem: (problem: Problem) => void): T {
  return {
    ...product,
    async handle(request) {
      const answer = await product.handle(request);
      const [path = ''] = request.path.split('?');
      const found = matchTemplate(templates, path, (template) => V1_OPERATIONS.has(`${request.method} ${template}`));
      if (!found) return answer;
      const operation = `${request.method} ${found.path}`;
      const refused = answer.status >= 400;
      const shape = refused ? (path.startsWith(V1) ? REFUSAL : z.unknown()) : ANSWERS[operation];
      const body: unknown = answer.body === null ? null : JSON.parse(answer.body);
      const read = (shape ?? z.null()).safeParse(body);
      if (!read.success) onProblem({ operation, where: 'response', message: z.prettifyError(read.error) });
      return answer;
    },
  };
}
