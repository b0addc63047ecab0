import type { Site } from '../../local/site';
import { type Item, isLivingRiskOf, newest, type Seen, type SeenIssue, text } from './seen-items';

/** A version in force of a triage or of what is met in common, read row by row: the newest approval that nobody took back. */
export interface SeenApproval {
  kind: string;
  subject: string;
  approvedAt: number;
  validUntil: string;
  rows: ReadonlyMap<string, Record<string, unknown>>;
}

export async function approvalsSeen(site: Site): Promise<SeenApproval[]> {
  const stored = await site.sql(
    "SELECT kind, subject, revision, row_key, act, about, at, body FROM approval_entry WHERE kind IN ('triage', 'in-common')",
  );
  const entries = stored
    .map((row) => ({
      ...{ kind: String(row.kind), subject: String(row.subject), key: String(row.row_key), act: row.act },
      ...{ revision: Number(row.revision), about: Number(row.about), at: Number(row.at) },
      body: JSON.parse(String(row.body)) as Record<string, unknown> | null,
    }))
    .sort((a, b) => a.revision - b.revision);
  const names = [...new Set(entries.map(({ kind, subject }) => `${kind} ${subject}`))];
  return names.flatMap((name) => {
    const mine = entries.filter(({ kind, subject }) => `${kind} ${subject}` === name);
    const takenBack = mine.filter(({ act }) => act === 'withdrawn').map(({ about }) => about);
    const approval = mine.filter(({ act, revision }) => act === 'approved' && !takenBack.includes(revision)).at(-1);
    if (approval === undefined) return [];
    const rows = new Map<string, Record<string, unknown>>();
    for (const { key, revision, body } of mine) {
      if (key === '' || revision > approval.revision) continue;
      if (body === null) rows.delete(key);
      else rows.set(key, body);
    }
    const { kind, subject, at } = approval;
    return [{ kind, subject, approvedAt: at, validUntil: String(approval.body?.validUntil), rows }];
  });
}

/** Whether one person alone decided so in version 0.1.0, and the day has not passed until which that counts. */
function isByOnePerson(
  { said, today }: Pick<Seen, 'said' | 'today'>,
  kind: string,
  subject: string,
  says: (body: Record<string, unknown>) => boolean,
  requirement?: string,
): boolean {
  const until = said.find((one) => one.kind === 'second-person-due')?.body.until;
  const about = said.filter(
    (one) => one.kind === kind && one.subject === subject && (requirement ?? one.requirement) === one.requirement,
  );
  const decision = newest(about);
  return typeof until === 'string' && until >= today && decision !== undefined && says(decision.body);
}

const CLOSED = ['Prohibited', 'High-risk Annex I', 'High-risk Annex III', 'Annex III excepted (Art. 6(3))'];
const listed = (issue: SeenIssue, field: string) => [issue.fields[field] ?? []].flat();

/** What became of the triage of an AI system: it counts, it ended, or there is none. */
export function triageSeen(system: Item, items: readonly Item[], seen: Seen): 'counts' | 'ended' | null {
  const { approvals, dayOf, today, criteria } = seen;
  const approval = approvals.find(({ kind, subject }) => kind === 'triage' && subject === `jira:${system.id}`);
  if (approval === undefined)
    return isByOnePerson(seen, 'impact-triage', `jira:${system.id}`, ({ needed }) => needed === false)
      ? 'counts'
      : null;
  const then = approval.rows.get('for') as { ourPart: string[]; aiActClass: string[] };
  const classes = listed(system, 'AI Act class').filter((one) => one !== 'Not screened');
  const changed = text(system, 'Last significant change');
  const parts = listed(system, 'Our part').map((part) => part.split(' ')[0]?.toLowerCase() ?? '');
  const level = (risk: Item) =>
    Number(text(risk, 'Likelihood')?.charAt(0)) * Number(text(risk, 'Consequence')?.charAt(0));
  const isEnded =
    approval.validUntil < today ||
    classes.some((one) => CLOSED.includes(one) || !then.aiActClass.includes(one)) ||
    (changed !== null && changed > dayOf(new Date(approval.approvedAt).toISOString())) ||
    parts.some((part) => !then.ourPart.includes(part)) ||
    items.some(
      (item) =>
        isLivingRiskOf(system, item) &&
        listed(item, 'Who is affected').some((one) => ['Individuals', 'Groups', 'Society'].includes(one)) &&
        level(item) > criteria.threshold,
    );
  return isEnded ? 'ended' : 'counts';
}

/** Whether an item is met in common for a requirement of an AI system: it counts, it did until it ended, or never. */
export function inCommonSeen(
  item: Item,
  requirementId: string,
  system: Item,
  holds: (condition: string) => boolean,
  seen: Seen,
): 'counts' | 'ended' | null {
  const { approvals, today } = seen;
  const id = item.type === 'Page' ? item.id : `jira:${item.id}`;
  const approval = approvals.find(({ kind, subject }) => kind === 'in-common' && subject === `${id}/${requirementId}`);
  if (item.systems.length > 0) return null;
  if (approval === undefined)
    return isByOnePerson(seen, 'met-in-common', id, ({ withdrawn }) => withdrawn === false, requirementId)
      ? 'counts'
      : null;
  const row = approval.rows.get('for') as Record<string, unknown>;
  const matches = {
    condition: () => holds(String(row.condition)),
    project: () => system.projectId === row.projectId,
    systems: () => (row.systems as string[]).includes(`jira:${system.id}`),
    every: () => true,
  }[String(row.which)];
  if (!matches?.()) return null;
  return approval.validUntil < today ? 'ended' : 'counts';
}
