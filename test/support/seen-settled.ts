import type { SeenIssue, SeenSettled } from './seen-items';
import type { Words } from './seen-words';
import type { Hands } from './site';

interface Change {
  created: string;
  author: { accountId: string } | null;
  items: {
    field: string;
    fieldId?: string;
    from: string | null;
    to: string | null;
    fromString: string | null;
    toString: string | null;
  }[];
}

const RESTS_ON = [
  'Likelihood',
  'Consequence',
  'Residual likelihood',
  'Residual consequence',
  'Acceptance expires',
  'Acceptance justification',
];

interface Context {
  hands: Hands;
  words: Words;
  dayOf: (instant: string) => string;
}

/** A person's permissions of the app, as Jira tells an administrator. */
async function rightsOf(accountId: string, { hands }: Context): Promise<SeenSettled['right']> {
  const { body: all } = await hands.rest<{ permissions: Record<string, unknown> }>('GET', '/rest/api/3/permissions');
  const keyOf = (name: string) => Object.keys(all.permissions).find((key) => key.endsWith(`/static/${name}`)) ?? '';
  const [top, approve] = [keyOf('approve-aims-top'), keyOf('decide-aims')];
  const { body } = await hands.rest<{ globalPermissions?: string[] }>('POST', '/rest/api/3/permissions/check', {
    accountId,
    globalPermissions: [top, approve],
  });
  if (body.globalPermissions?.includes(top)) return 'top';
  return body.globalPermissions?.includes(approve) ? 'approver' : 'none';
}

async function changesOf(id: string, { hands }: Context): Promise<Change[]> {
  const changes: Change[] = [];
  for (let startAt = 0, total = 1; startAt < total; startAt += 100) {
    const path = `/rest/api/3/issue/${id}/changelog?maxResults=100&startAt=${startAt}`;
    const { body } = await hands.rest<{ total: number; values: Change[] }>('GET', path);
    total = body.total;
    changes.push(...body.values);
  }
  return changes.sort((a, b) => a.created.localeCompare(b.created));
}

/**
 * Who accepted a risk, or closed, dismissed or lowered a nonconformity, as the changelog shows; null where nothing of the kind is to
 * be asked. Whoever has the issue now is taken for whoever had it then, unless the changelog shows otherwise.
 */
export async function settledOf(
  issue: Pick<SeenIssue, 'id' | 'type' | 'status' | 'category' | 'fields'>,
  people: { assignee: string | null; reporter: string | null; owners: readonly string[] },
  context: Context,
): Promise<SeenSettled | null> {
  const isRisk = issue.type === 'AI risk' && issue.status === 'Accepted';
  const isObservation = issue.fields.Grade === 'Observation';
  const isFinding = issue.type === 'Nonconformity' && (issue.category === 'done' || isObservation);
  if (!isRisk && !isFinding) return null;
  const changes = await changesOf(issue.id, context);
  const lowers = (change: Change) =>
    change.items.some(
      ({ fieldId, fromString, toString: to }) =>
        context.words.field(fieldId ?? '') === 'Grade' &&
        to === 'Observation' &&
        /^(Major|Minor)$/.test(fromString ?? ''),
    );
  const settles = (change: Change) =>
    isObservation
      ? lowers(change)
      : change.items.some(({ field, to }) => field === 'status' && context.words.status(to ?? '') === issue.status);
  const last = changes.findLast(settles);
  const from = changes.findLast(lowers)?.items.find(({ toString: to }) => to === 'Observation')?.fromString ?? null;
  const none = { own: false, right: 'none' as const, on: null, from, changed: false };
  if (last === undefined || last.author === null) return none;
  const by = last.author.accountId;
  const held = (field: string, now: string | null) => {
    const later = changes.filter(({ created }) => created >= last.created);
    const change = later.flatMap(({ items }) => items).find((item) => item.field === field);
    return change === undefined ? now : change.from;
  };
  const mine = isRisk
    ? [held('assignee', people.assignee), ...people.owners]
    : [held('assignee', people.assignee), held('reporter', people.reporter)];
  const restsOn = (change: Change) =>
    change.items.some(({ fieldId }) => RESTS_ON.includes(context.words.field(fieldId ?? '')));
  return {
    own: mine.includes(by),
    right: await rightsOf(by, context),
    on: context.dayOf(last.created),
    from,
    changed: changes.some((change) => change.created > last.created && restsOn(change)),
  };
}
