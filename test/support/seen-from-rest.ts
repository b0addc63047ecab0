import { approvalsSeen } from './seen-approved';
import { audienceSeen } from './seen-audience';
import { criteriaSeen } from './seen-criteria';
import { isEmptySeen } from './seen-empty';
import type { Said, Seen, SeenIssue } from './seen-items';
import { settingsSeen } from './seen-settings';
import { settledOf } from './seen-settled';
import { statementSeen } from './seen-statement';
import { readWords, type Words } from './seen-words';
import type { Hands } from './site';

interface Named {
  id: string;
}

interface Account {
  accountId: string;
}

interface RestIssue {
  id: string;
  fields: Record<string, unknown> & {
    issuetype: Named;
    project: Named;
    status: Named & { statusCategory: { key: string } };
    resolution: Named | null;
    assignee: Account | null;
    reporter: Account | null;
    resolutiondate: string | null;
    statuscategorychangedate: string;
    created: string;
    issuelinks: { type: Named; outwardIssue?: Named }[];
  };
  properties?: { aims?: { requirements?: string[] } };
}

const FIRST_DAY = '1900-01-01';
const YEARS_AHEAD = 100;

const CATEGORIES: Readonly<Record<string, SeenIssue['category']>> = {
  new: 'to do',
  indeterminate: 'in progress',
  done: 'done',
};

/** What a person who reads the site needs besides its answers. */
export interface Reading {
  /** How things were called when the app set them up; as they are called now where nothing was renamed. */
  words?: Words;
  /** Issues that are gone, as they were last seen, with the day on which that was noticed. */
  lost?: readonly SeenIssue[];
}

/**
 * Reads by REST, as an administrator, everything that the coverage rules count with, and from the app's table what people said
 * to the app alone.
 */
export async function seenFromRest(hands: Hands, { words, lost = [] }: Reading = {}): Promise<Seen> {
  const dayOf = await siteDays(hands);
  const today = dayOf(new Date(hands.site.clock.now()).toISOString());
  const context: Context = { hands, words: words ?? (await readWords(hands)), dayOf, today };
  const issues: SeenIssue[] = [];
  const found = await allIssues(hands);
  const owners = ownersOf(found, context.words);
  for (const issue of found) issues.push(await seenIssue(issue, owners, context));
  const said = await everythingSaid(hands);
  return {
    issues: [...issues, ...lost, ...(await policyPage(hands, said, today))],
    said,
    statement: await statementSeen(hands.site),
    approvals: await approvalsSeen(hands.site),
    dayOf,
    today,
    criteria: await criteriaSeen(hands.site),
    settings: await settingsSeen(hands.site),
    audience: await audienceSeen(hands, said),
  };
}

interface Context {
  hands: Hands;
  words: Words;
  dayOf: (instant: string) => string;
  today: string;
}

/** The day of an instant in the site's time zone. */
export async function siteDays(hands: Hands): Promise<(instant: string) => string> {
  const { serverTimeZone } = await must(hands.rest<{ serverTimeZone: string }>('GET', '/rest/api/3/serverInfo'));
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: serverTimeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (instant) => {
    const parts = new Map(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
    return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  };
}

async function must<T>(answer: Promise<{ status: number; body: T }>): Promise<T> {
  const { status, body } = await answer;
  if (status >= 400) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
}

async function allIssues(hands: Hands): Promise<RestIssue[]> {
  const { projects } = await hands.call<{ projects: { projectId: string }[] }>('setup.status', {});
  const issues: RestIssue[] = [];
  let nextPageToken: string | undefined;
  do {
    const page = await must(
      hands.rest<{ issues: RestIssue[]; nextPageToken?: string }>('POST', '/rest/api/3/search/jql', {
        // What a level hides from the app is not there for it.
        jql: `project IN (${projects.map(({ projectId }) => projectId).join(', ')}) AND level IS EMPTY ORDER BY id ASC`,
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
  { id, fields, properties }: RestIssue,
  owners: ReadonlyMap<string, string>,
  context: Context,
): Promise<SeenIssue> {
  const { words, dayOf, today } = context;
  const category = CATEGORIES[fields.status.statusCategory.key] ?? 'to do';
  const entries = Object.entries(fields).map(([field, value]) => [words.field(field), plain(value, words)] as const);
  const unknownDays = entries.filter(([name, value]) => DAYS.includes(name) && isUnknown(value, today));
  const values = Object.fromEntries([...entries, ...unknownDays.map(([name]) => [name, null] as const)]);
  const chosen = [values['AIMS requirements'] ?? []].flat().map((option) => `iso42001/${option.split(' ')[0]}`);
  const status = words.status(fields.status.id);
  const type = words.type(fields.issuetype.id);
  const links = fields.issuelinks.flatMap(({ type: { id: link }, outwardIssue }) =>
    outwardIssue === undefined ? [] : [{ type: words.link(link), to: outwardIssue.id }],
  );
  const people = {
    assignee: fields.assignee?.accountId ?? null,
    reporter: fields.reporter?.accountId ?? null,
    owners: links.filter((link) => link.type === 'AIMS concern').flatMap(({ to }) => owners.get(to) ?? []),
  };
  const reviewer = Object.entries(fields).find(([field]) => words.field(field) === 'Effectiveness reviewer')?.[1];
  const reviewedBy = (reviewer as Account | null | undefined)?.accountId ?? null;
  return {
    id,
    projectId: fields.project.id,
    type,
    status,
    category,
    settled: await settledOf({ id, type, status, category, fields: values }, people, context),
    reviewedByOther: reviewedBy !== null && reviewedBy !== people.assignee,
    resolution: fields.resolution === null ? null : words.resolution(fields.resolution.id),
    doneOn: category === 'done' ? dayOf(fields.resolutiondate ?? fields.statuscategorychangedate) : null,
    fields: values,
    unknownDays: unknownDays.map(([name]) => name),
    requirements: [
      ...new Set([
        ...chosen,
        ...(properties?.aims?.requirements ?? []).map((word) => (word.includes('/') ? word : `iso42001/${word}`)),
      ]),
    ],
    links,
    createdOn: dayOf(fields.created),
    isEmpty: category === 'done' && (await isEmptySeen(id, fields, context.hands)),
    statuses: type === 'AI system' ? [status, ...(await formerStatuses(id, context))] : [],
    lostOn: null,
  };
}

/** Owners of AI systems by issue id: as the field says, else the assignee. */
function ownersOf(issues: readonly RestIssue[], words: Words): Map<string, string> {
  const found = issues.flatMap(({ id, fields }): [string, string][] => {
    const field = Object.keys(fields).find((key) => words.field(key) === 'System owner');
    const owner = (fields[field ?? ''] as Account | null | undefined)?.accountId ?? fields.assignee?.accountId;
    return words.type(fields.issuetype.id) === 'AI system' && owner !== undefined ? [[id, owner]] : [];
  });
  return new Map(found);
}

const DAYS = [
  ...['Evidence effective date', 'Evidence review due', 'Last significant change', 'Acceptance expires'],
  ...['Detected on', 'Effectiveness due', 'Effectiveness date'],
];

/** From 1900 to a hundred years ahead; what lies outside nobody can have meant. */
function isUnknown(value: string | string[] | null, today: string): boolean {
  if (typeof value !== 'string') return false;
  const last = `${Number(today.slice(0, 4)) + YEARS_AHEAD}${today.slice(4)}`;
  return !/^\d{4}-\d{2}-\d{2}$/.test(value) || value < FIRST_DAY || value > last;
}

/** Texts, and texts of options; nothing else is looked at. */
function plain(value: unknown, words: Words): string | string[] | null {
  if (Array.isArray(value)) return value.flatMap((entry) => plain(entry, words) ?? []);
  if (typeof value === 'object' && value !== null) {
    if ('value' in value) return words.option(String((value as { id?: unknown }).id), String(value.value));
    return 'content' in value || 'accountId' in value ? 'filled' : null;
  }
  return value === null || value === undefined || value === '' ? null : String(value);
}

interface Change {
  items: { field: string; from: string | null }[];
}

async function formerStatuses(id: string, { hands, words }: Context): Promise<string[]> {
  const former: string[] = [];
  for (let startAt = 0, total = 1; startAt < total; startAt += 100) {
    const path = `/rest/api/3/issue/${id}/changelog?maxResults=100&startAt=${startAt}`;
    const page = await must(hands.rest<{ total: number; values: Change[] }>('GET', path));
    total = page.total;
    for (const { items } of page.values)
      for (const { field, from } of items) if (field === 'status' && from !== null) former.push(words.status(from));
  }
  return former;
}

async function everythingSaid({ site }: Hands): Promise<Said[]> {
  const rows = await site.sql('SELECT decision_id, kind, subject, requirement_id, at, person, body FROM aims_decision');
  return rows.map((row) => ({
    id: String(row.decision_id),
    kind: String(row.kind),
    subject: String(row.subject),
    requirement: String(row.requirement_id),
    at: Number(row.at),
    person: String(row.person),
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
      projectId: '',
      type: 'Page',
      status: 'approved',
      category: 'done',
      resolution: null,
      doneOn: String(approval.approvedOn),
      fields: {
        'Evidence effective date': String(approval.approvedOn),
        'Evidence review due': String(approval.reviewDue),
      },
      unknownDays: [],
      requirements: ['iso42001/5.2', 'iso42001/A.2.2'],
      links: [],
      statuses: [],
      createdOn: '',
      settled: null,
      reviewedByOther: false,
      isEmpty: false,
      lostOn: status === 200 && body.status === 'current' ? null : today,
    },
  ];
}
