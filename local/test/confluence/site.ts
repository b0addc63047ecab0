import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { virtualClock } from '../../clock';
import type { OpenApiCheck } from '../../openapi/check';
import { withOpenApiCheck } from '../../openapi/checked-product';
import { CONFLUENCE_SPEC, confluenceCheck, covers } from '../../openapi/confluence';
import { withV1Check } from '../../openapi/confluence-v1';
import type { Caller, Directory, PeopleGroup, Person, ProductEvent } from '../../seam';
import { type Confluence, createConfluence } from '../../site/confluence';
import { type Answer, type Asking, asking, type Json } from '../asking';

const SPEC = resolve(__dirname, '../../..', process.env.PLUMBLINE_SHARED ?? '../shared', CONFLUENCE_SPEC);
export const hasSpec = existsSync(SPEC);
if (!hasSpec && process.env.CI)
  throw new Error(`The OpenAPI file ${SPEC} is missing. Set PLUMBLINE_SHARED to the folder that holds openapi/.`);
if (!hasSpec) console.warn(`Answers are not checked against OpenAPI: ${SPEC} is missing (PLUMBLINE_SHARED).`);

let loaded: OpenApiCheck | null = null;
/** The published description, read once for a test file. */
export function openApi(): OpenApiCheck {
  loaded ??= confluenceCheck(SPEC);
  return loaded;
}

const START = Date.UTC(2026, 0, 5, 9, 0);
const APP_ID = '00000000-0000-0000-0000-000000000000';
const SCOPES = [
  'read:page:confluence',
  'write:page:confluence',
  'read:space:confluence',
  'read:content.metadata:confluence',
  'read:confluence-content.all',
  'search:confluence',
];

const PEOPLE: readonly (readonly [string, Person['accountType'], readonly string[]])[] = [
  ['admin', 'atlassian', ['confluence-users', 'confluence-administrators']],
  ['ann', 'atlassian', ['confluence-users', 'board']],
  ['bob', 'atlassian', ['confluence-users']],
  ['jira-only', 'atlassian', ['jira-users']],
  ['carl', 'customer', []],
];

function directory(): Directory {
  const people = PEOPLE.map(([accountId, accountType]) => ({
    accountId,
    displayName: accountId,
    active: true,
    accountType,
  }));
  const names = [...new Set(PEOPLE.flatMap(([, , groups]) => groups))];
  const groups: PeopleGroup[] = names.map((name) => ({
    id: `id-of-${name}`,
    name,
    members: PEOPLE.filter(([, , memberOf]) => memberOf.includes(name)).map(([accountId]) => accountId),
  }));
  return {
    person: (accountId) => people.find((person) => person.accountId === accountId),
    people: () => people,
    group: (id) => groups.find((group) => group.id === id),
    groups: () => groups,
    groupsOf: (accountId) => groups.filter((group) => group.members.includes(accountId)),
  };
}

export const person = (accountId: string): Caller => ({ kind: 'user', accountId, throughApp: false, scopes: [] });
export const ADMIN = person('admin');
export const APP: Caller = { kind: 'app', scopes: SCOPES };
export const ANONYMOUS: Caller = { kind: 'anonymous' };
export const through = (accountId: string): Caller => ({ kind: 'user', accountId, throughApp: true, scopes: SCOPES });

/** Paths stand behind `/wiki/api/v2`, or are whole ones. */
export interface Bench extends Asking {
  readonly confluence: Confluence;
  readonly clock: ReturnType<typeof virtualClock>;
  readonly events: ProductEvent[];
  /** A space; everybody with a licence works in it. */
  space(key: string, caller?: Caller): Promise<{ id: string; homepageId: string }>;
  /** A page with one paragraph. */
  page(spaceId: string, title: string, more?: object, caller?: Caller): Promise<Json>;
  /** Changes the page's text, one version on. */
  edit(page: Json, text: string, more?: object, caller?: Caller): Promise<Answer>;
}

export const paragraph = (text: string): string =>
  JSON.stringify({ type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });
export const adf = (value: string) => ({ representation: 'atlas_doc_format', value });

/** A fresh Confluence on a virtual clock whose requests and answers are all checked against the published descriptions. */
export function bench(options: { databasePath?: string } = {}): Bench {
  const clock = virtualClock(START);
  const plain = createConfluence({
    clock,
    databasePath: options.databasePath ?? ':memory:',
    baseUrl: 'http://site.local',
    directory: directory(),
    appId: APP_ID,
  });
  const problems: string[] = [];
  const report = ({ operation, where, message }: { operation: string; where: string; message: string }) =>
    problems.push(`${operation} ${where}: ${message}`);
  const checked = withV1Check(plain, report);
  const confluence = hasSpec ? withOpenApiCheck(checked, openApi(), report, covers) : checked;
  const events: ProductEvent[] = [];
  confluence.onEvent((event) => events.push(event));
  const whole = (path: string) =>
    path.startsWith('/wiki') || path.startsWith('/local') ? path : `/wiki/api/v2${path}`;
  const { call, done } = asking(confluence, whole, problems, ADMIN);
  return {
    confluence,
    clock,
    events,
    call,
    done,
    space: (key, caller) => done('POST', '/spaces', { key, name: `Space ${key}` }, caller),
    page: (spaceId, title, more = {}, caller) =>
      done('POST', '/pages', { spaceId, status: 'current', title, body: adf(paragraph(title)), ...more }, caller),
    edit: (page, text, more = {}, caller) =>
      call(
        'PUT',
        `/pages/${page.id}`,
        {
          id: page.id,
          status: 'current',
          title: page.title,
          body: adf(paragraph(text)),
          version: { number: page.version.number + 1 },
          ...more,
        },
        caller,
      ),
  };
}
