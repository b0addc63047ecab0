import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { virtualClock } from '../../clock';
import { createOpenApiCheck, type OpenApiCheck } from '../../openapi/check';
import { withOpenApiCheck } from '../../openapi/checked-product';
import { JIRA_ERRATA } from '../../openapi/jira-errata';
import type { Caller, ProductEvent } from '../../seam';
import { createJira, FIRST_ADMINISTRATOR, type Jira } from '../../site/jira';
import { type Asking, asking } from '../asking';

const SPEC = resolve(
  __dirname,
  '../../..',
  process.env.PLUMBLINE_SHARED ?? '../shared',
  'openapi/jira-swagger-v3.v3.2026-02-06.json',
);
export const hasSpec = existsSync(SPEC);
if (!hasSpec && process.env.CI)
  throw new Error(`The OpenAPI file ${SPEC} is missing. Set PLUMBLINE_SHARED to the folder that holds openapi/.`);
if (!hasSpec) console.warn(`Answers are not checked against OpenAPI: ${SPEC} is missing (PLUMBLINE_SHARED).`);

let loaded: OpenApiCheck | null = null;
/** The published description, read once for a test file. */
export function openApi(): OpenApiCheck {
  loaded ??= createOpenApiCheck({ spec: SPEC, errata: JIRA_ERRATA });
  return loaded;
}

export const APP_ID = '00000000-0000-0000-0000-000000000000';
export const ENVIRONMENT_ID = '11111111-1111-4111-8111-111111111111';
export const SCOPES = [
  'read:jira-work',
  'write:jira-work',
  'read:jira-user',
  'manage:jira-configuration',
  'manage:jira-project',
];
const START = Date.UTC(2026, 0, 5, 9, 0);

const manifest = {
  modules: {
    'jira:globalPermission': [
      {
        key: 'manage-aims',
        name: 'Manage',
        description: 'May manage.',
        defaultGrants: ['jira-administrators'],
        anonymousAllowed: false,
      },
      { key: 'view-figures', name: 'View', description: 'May view.', defaultGrants: ['all'], anonymousAllowed: false },
    ],
    'jira:entityProperty': [
      {
        key: 'aims-props',
        entityType: 'issue',
        propertyKey: 'aims',
        values: [
          { path: 'requirements', type: 'string', searchAlias: 'aimsRequirement' },
          { path: 'risk.score', type: 'number', searchAlias: 'aimsRiskScore' },
        ],
      },
    ],
    'jira:workflowValidator': [
      {
        key: 'not-assignee',
        name: 'Not the assignee',
        description: 'Four eyes.',
        expression: 'user.accountId != issue.assignee?.accountId',
        errorMessage: 'Somebody else must decide.',
      },
    ],
  },
};

export const ADMIN: Caller = { kind: 'user', accountId: FIRST_ADMINISTRATOR, throughApp: false, scopes: [] };
export const APP: Caller = { kind: 'app', scopes: SCOPES };
export const person = (accountId: string): Caller => ({ kind: 'user', accountId, throughApp: false, scopes: [] });

/** Paths stand behind `/rest/api/3`, or are whole ones. */
export interface Bench extends Asking {
  readonly jira: Jira;
  readonly clock: ReturnType<typeof virtualClock>;
  readonly events: ProductEvent[];
}

/** A fresh site on a virtual clock whose requests and answers are all checked against the published description. */
export function bench(
  options: { databasePath?: string; checked?: boolean; manifest?: unknown; uploadLimit?: number } = {},
): Bench {
  const clock = virtualClock(START);
  const plain = createJira({
    clock,
    databasePath: options.databasePath ?? ':memory:',
    baseUrl: 'http://site.local',
    app: { appId: APP_ID, environmentId: ENVIRONMENT_ID, name: 'Plumbline', manifest: options.manifest ?? manifest },
    ...(options.uploadLimit === undefined ? {} : { uploadLimit: options.uploadLimit }),
  });
  const problems: string[] = [];
  const jira =
    hasSpec && options.checked !== false
      ? withOpenApiCheck(plain, openApi(), ({ operation, where, message }) =>
          problems.push(`${operation} ${where}: ${message}`),
        )
      : plain;
  const events: ProductEvent[] = [];
  jira.onEvent((event) => events.push(event));
  const whole = (path: string) => (path.startsWith('/rest') || path.startsWith('/local') ? path : `/rest/api/3${path}`);
  return { jira, clock, events, ...asking(jira, whole, problems, ADMIN) };
}
