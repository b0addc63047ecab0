import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Call, ok, queryInteger, queryList, type Reply, type Route, route } from '../call';
import { badRequest, JiraError } from '../errors';
import { expands, selectFields, showIssue } from '../issues/show';
import { parseJql } from '../jql/parse';
import { checkJql, matchIssues, searchIssues } from '../jql/search';
import { PROPERTIES_A_REQUEST } from './issues';

const READ = 'read:jira-work';
/** OpenAPI, "Search for issues using JQL enhanced search": 5,000 with id or key alone; fewer with fields. */
const MOST_IDS = 5_000;
/** The number of issues that one answer with fields carries at most; Jira names none, only that it may be fewer. */
const MOST_WITH_FIELDS = 100;
const RECONCILED = 50;

const body = z.object({
  jql: z.string(),
  fields: z.array(z.string()).optional(),
  properties: z.array(z.string()).max(PROPERTIES_A_REQUEST).optional(),
  maxResults: z.number().int().min(0).default(50),
  nextPageToken: z.string().nullish(),
  reconcileIssues: z.array(z.number().int()).max(RECONCILED).optional(),
  fieldsByKeys: z.boolean().optional(),
  expand: z.string().optional(),
});
type SearchInput = z.infer<typeof body>;

const token = z.object({ query: z.string(), last: z.string(), offset: z.number().int().min(0) });
const digest = (jql: string) => createHash('sha256').update(jql).digest('base64url').slice(0, 12);

/** A token names the last issue of its page, so that changes between two pages neither repeat nor skip the rest. */
function startOf(jql: string, text: string | null | undefined, ids: readonly string[]): number {
  if (!text) return 0;
  let read: z.infer<typeof token>;
  try {
    read = token.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    throw badRequest('The nextPageToken is not one that this site gave.');
  }
  if (read.query !== digest(jql)) throw badRequest('The nextPageToken belongs to another query.');
  const found = ids[read.offset - 1] === read.last ? read.offset - 1 : ids.indexOf(read.last);
  return found < 0 ? read.offset : found + 1;
}

function search(call: Call, input: SearchInput): Reply {
  const { site, actor } = call;
  const ids = searchIssues(site, actor, input.jql);
  const names = input.fields ?? [];
  const changelog = expands(input.expand, 'changelog');
  const bare = names.every((name) => name === 'id' || name === 'key') && !input.properties?.length && !changelog;
  const size = Math.min(input.maxResults, bare ? MOST_IDS : MOST_WITH_FIELDS);
  const start = startOf(input.jql, input.nextPageToken, ids);
  const chosen = ids.slice(start, start + size);
  const selection = {
    fields: bare ? [] : selectFields(site, names.length === 0 ? ['id'] : names),
    properties: input.properties ?? [],
    changelog,
  };
  const issues = chosen.flatMap((id) => {
    const issue = site.store.issues.get(id);
    if (!issue) return [];
    if (bare && !names.includes('key')) return [{ id }];
    const shown = showIssue(site, actor, issue, selection);
    return [bare ? { id, key: issue.key, self: shown.self, expand: '' } : shown];
  });
  const end = start + chosen.length;
  const isLast = end >= ids.length;
  const next =
    isLast || chosen.length === 0
      ? {}
      : {
          nextPageToken: Buffer.from(
            JSON.stringify({ query: digest(input.jql), last: chosen.at(-1), offset: end }),
          ).toString('base64url'),
        };
  return ok({ issues, ...next, isLast: isLast || chosen.length === 0 }, issues.length);
}

function fromQuery(call: Call): SearchInput {
  const fields = queryList(call, 'fields');
  const properties = queryList(call, 'properties');
  if (properties.length > PROPERTIES_A_REQUEST)
    throw badRequest(`At most ${PROPERTIES_A_REQUEST} properties can be requested.`);
  return {
    jql: call.query.get('jql') ?? '',
    ...(fields.length > 0 ? { fields } : {}),
    ...(properties.length > 0 ? { properties } : {}),
    maxResults: queryInteger(call, 'maxResults', 50),
    nextPageToken: call.query.get('nextPageToken'),
    expand: call.query.get('expand') ?? '',
  };
}

const VALIDATIONS = ['strict', 'warn', 'none'];

function parse(call: Call): Reply {
  const validation = call.query.get('validation') ?? '';
  if (!VALIDATIONS.includes(validation))
    throw badRequest(`The query parameter 'validation' must be one of ${VALIDATIONS.join(', ')}.`);
  const { queries } = call.body(z.object({ queries: z.array(z.string()).min(1) }));
  const parsed = queries.map((query) => {
    try {
      if (validation === 'none') parseJql(query);
      else checkJql(call.site, call.actor, query);
      return { query };
    } catch (error) {
      if (!(error instanceof JiraError)) throw error;
      return { query, [validation === 'warn' ? 'warnings' : 'errors']: [...error.errorMessages] };
    }
  });
  return ok({ queries: parsed }, parsed.length);
}

function match(call: Call): Reply {
  const { site, actor } = call;
  const input = call.body(z.object({ issueIds: z.array(z.number().int()).min(1), jqls: z.array(z.string()).min(1) }));
  const issues = input.issueIds.map((id) => site.store.issues.get(String(id))).filter((issue) => issue !== undefined);
  const matches = input.jqls.map((jql) => {
    try {
      return { matchedIssues: matchIssues(site, actor, jql, issues).map((issue) => Number(issue.id)), errors: [] };
    } catch (error) {
      if (!(error instanceof JiraError)) throw error;
      return { matchedIssues: [], errors: [...error.errorMessages] };
    }
  });
  return ok(
    { matches },
    matches.reduce((sum, one) => sum + one.matchedIssues.length, 0),
  );
}

export const searchRoutes: readonly Route[] = [
  route('POST', '/search/jql', 'anyone', READ, (call) => search(call, call.body(body))),
  route('GET', '/search/jql', 'anyone', READ, (call) => search(call, fromQuery(call))),
  route('POST', '/search/approximate-count', 'anyone', READ, (call) =>
    ok({ count: searchIssues(call.site, call.actor, call.body(z.object({ jql: z.string() })).jql).length }),
  ),
  route('POST', '/jql/parse', 'anyone', READ, parse),
  route('POST', '/jql/match', 'anyone', READ, match),
];
