import { DEFAULT_SETTINGS } from '../../src/domain/decision/decision';
import type { Said, Seen, SeenIssue } from './seen-items';
import type { Hands } from './site';

interface RestIssue {
  id: string;
  fields: Record<string, unknown> & {
    issuetype: { name: string };
    status: { name: string; statusCategory: { key: string } };
    resolution: { name: string } | null;
    resolutiondate: string | null;
    statuscategorychangedate: string;
    issuelinks: { type: { name: string }; outwardIssue?: { id: string } }[];
  };
  properties?: { aims?: { requirements?: string[] } };
}

const CATEGORIES: Readonly<Record<string, SeenIssue['category']>> = {
  new: 'to do',
  indeterminate: 'in progress',
  done: 'done',
};

/**
 * Reads by REST, as an administrator, everything that the coverage rules count with, and from the app's table what people said
 * to the app alone.
 * @param lost issues as they were last seen before they were deleted, with the day on which that was noticed
 */
export async function seenFromRest(hands: Hands, lost: readonly SeenIssue[] = []): Promise<Seen> {
  const names = await fieldNames(hands);
  const issues: SeenIssue[] = [];
  for (const issue of await allIssues(hands)) issues.push(await seenIssue(hands, issue, names));
  const said = await everythingSaid(hands);
  const today = new Date(hands.site.clock.now()).toISOString().slice(0, 10);
  return {
    issues: [...issues, ...lost, ...(await policyPage(hands, said, today))],
    said,
    today,
    riskThreshold: DEFAULT_SETTINGS.riskThreshold,
    awarenessThreshold: DEFAULT_SETTINGS.awarenessThreshold,
  };
}

async function must<T>(answer: Promise<{ status: number; body: T }>): Promise<T> {
  const { status, body } = await answer;
  if (status >= 400) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
}

async function fieldNames(hands: Hands): Promise<Map<string, string>> {
  const fields = await must(hands.rest<{ id: string; name: string }[]>('GET', '/rest/api/3/field'));
  return new Map(fields.map(({ id, name }) => [id, name]));
}

async function allIssues(hands: Hands): Promise<RestIssue[]> {
  const { projects } = await hands.call<{ projects: { projectId: string }[] }>('setup.status', {});
  const issues: RestIssue[] = [];
  let nextPageToken: string | undefined;
  do {
    const page = await must(
      hands.rest<{ issues: RestIssue[]; nextPageToken?: string }>('POST', '/rest/api/3/search/jql', {
        jql: `project IN (${projects.map(({ projectId }) => projectId).join(', ')}) ORDER BY id ASC`,
        fields: ['*all'],
        properties: ['aims'],
        maxResults: 100,
        ...(nextPageToken === undefined ? {} : { nextPageToken }),
      }),
    );
    issues.push(...page.issues);
    nextPageToken = page.nextPageToken;
  } while (nextPageToken !== undefined);
  return issues;
}

/** One issue as a person reads it. */
async function seenIssue(
  hands: Hands,
  { id, fields, properties }: RestIssue,
  names: ReadonlyMap<string, string>,
): Promise<SeenIssue> {
  const category = CATEGORIES[fields.status.statusCategory.key] ?? 'to do';
  const values = Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [names.get(field) ?? field, plain(value)]),
  );
  const chosen = [values['AIMS requirements'] ?? []].flat().map((option) => `iso42001/${option.split(' ')[0]}`);
  return {
    id,
    type: fields.issuetype.name,
    status: fields.status.name,
    category,
    resolution: fields.resolution?.name ?? null,
    doneOn: category === 'done' ? (fields.resolutiondate ?? fields.statuscategorychangedate).slice(0, 10) : null,
    fields: values,
    requirements: [
      ...new Set([
        ...chosen,
        ...(properties?.aims?.requirements ?? []).map((word) => (word.includes('/') ? word : `iso42001/${word}`)),
      ]),
    ],
    links: fields.issuelinks.flatMap(({ type, outwardIssue }) =>
      outwardIssue === undefined ? [] : [{ type: type.name, to: outwardIssue.id }],
    ),
    statuses: fields.issuetype.name === 'AI system' ? await statusesOf(hands, id, fields.status.name) : [],
    lostOn: null,
  };
}

/** Texts, and texts of options; nothing else is looked at. */
function plain(value: unknown): string | string[] | null {
  if (Array.isArray(value)) return value.flatMap((entry) => plain(entry) ?? []);
  if (typeof value === 'object' && value !== null) {
    if ('value' in value) return String(value.value);
    return 'content' in value || 'accountId' in value ? 'filled' : null;
  }
  return value === null || value === undefined || value === '' ? null : String(value);
}

async function statusesOf(hands: Hands, id: string, now: string): Promise<string[]> {
  const { values } = await must(
    hands.rest<{ values: { items: { field: string; fromString: string | null }[] }[] }>(
      'GET',
      `/rest/api/3/issue/${id}/changelog?maxResults=100`,
    ),
  );
  return [
    now,
    ...values.flatMap(({ items }) => items.flatMap((item) => (item.field === 'status' ? (item.fromString ?? []) : []))),
  ];
}

async function everythingSaid({ site }: Hands): Promise<Said[]> {
  const rows = await site.sql('SELECT kind, subject, requirement_id, at, account_id, body FROM aims_decision');
  return rows.map((row) => ({
    kind: String(row.kind),
    subject: String(row.subject),
    requirement: String(row.requirement_id),
    at: Number(row.at),
    account: String(row.account_id),
    body: JSON.parse(String(row.body)) as Record<string, unknown>,
  }));
}

/** The page whose text is the approved policy: a document of 5.2 and A.2.2, or one that was lost. */
async function policyPage(hands: Hands, said: readonly Said[], today: string): Promise<SeenIssue[]> {
  const approval = said.filter(({ kind }) => kind === 'policy-approval').sort((a, b) => b.at - a.at)[0]?.body;
  if (approval === undefined) return [];
  const { status, body } = await hands.wiki<{ status: string }>('GET', `/wiki/api/v2/pages/${approval.pageId}`);
  return [
    {
      id: `page ${approval.pageId}`,
      type: 'Page',
      status: 'approved',
      category: 'done',
      resolution: null,
      doneOn: String(approval.approvedOn),
      fields: {
        'Evidence effective date': String(approval.approvedOn),
        'Evidence review due': String(approval.reviewDue),
      },
      requirements: ['iso42001/5.2', 'iso42001/A.2.2'],
      links: [],
      statuses: [],
      lostOn: status === 200 && body.status === 'current' ? null : today,
    },
  ];
}
