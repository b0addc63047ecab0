import { createOpenApiCheck, type OpenApiCheck } from './check';

/** File of the published description of version 2, in the shared folder. */
export const CONFLUENCE_SPEC = 'openapi/confluence-openapi-v2.v3.2025-02-04.json';

const PREFIX = '/wiki/api/v2';

/** Confluence Cloud answers null for a page at the top of a space; the file declares texts only. */
const NULLABLE = ['PageBulk', 'PageSingle'].flatMap((name) => [`${name}.parentId`, `${name}.parentType`]);

/** Version 2's error shape (developer.atlassian.com/cloud/confluence/rest/v2/intro). */
const ERROR_SHAPE = {
  type: 'object',
  required: ['errors'],
  properties: {
    errors: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['status', 'code', 'title'],
        properties: { status: { type: 'integer' }, code: { type: 'string' }, title: { type: 'string' } },
      },
    },
  },
};

/** Holds version 2 of Confluence's REST against Atlassian's description. @param spec path of the file */
export const confluenceCheck = (spec: string): OpenApiCheck =>
  createOpenApiCheck({
    spec,
    prefix: PREFIX,
    errorShape: ERROR_SHAPE,
    errata: { nullable: NULLABLE },
    overlapping: true,
  });

/** Whether the description has the path: version 2, but for operations that are newer than the file. */
export const covers = (path: string): boolean => path.startsWith(`${PREFIX}/`) && !/\/descendants(\?|$)/.test(path);
