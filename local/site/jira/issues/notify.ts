import type { Call } from '../call';
import type { Issue } from '../model/entities';
import type { NoticeKind } from '../model/notices';
import { mayBrowse } from '../permissions/access';
import { personActor } from '../permissions/actor';
import { isLicensed } from '../permissions/holders';
import { watchersOf } from './watching';

/** A person's older notices go when there are more. */
const KEPT = 100;

/** What a request did to an issue, for those whom it concerns. */
export interface Happened {
  /** What its watchers and its assignee are told; null when only those named below are. */
  readonly what: 'changed' | 'commented' | null;
  /** Who has become its assignee. */
  readonly assigned?: string | null | undefined;
  /** Who is mentioned in it anew. */
  readonly mentioned?: readonly string[];
}

/** Tells people of an issue, each once a request and by what concerns him most. Nobody is told of what he did, or may not see. */
export function notify(call: Call, issue: Issue, { what, assigned, mentioned = [] }: Happened): void {
  const { site, actor } = call;
  const told = new Map<string, NoticeKind>();
  const { assignee } = issue.values;
  if (what !== null)
    for (const id of [...watchersOf(site, issue), ...(typeof assignee === 'string' ? [assignee] : [])])
      told.set(id, what);
  if (typeof assigned === 'string') told.set(assigned, 'assigned');
  for (const id of mentioned) told.set(id, 'mentioned');
  for (const [accountId, kind] of told) {
    if (accountId === actor.accountId || !isLicensed(site, accountId)) continue;
    if (mayBrowse(site, personActor(accountId), issue)) leave(call, issue, accountId, kind);
  }
}

function leave(call: Call, { id: issueId }: Issue, accountId: string, kind: NoticeKind): void {
  const { store, clock } = call.site;
  const by = call.actor.accountId ?? '';
  store.notices.put({ id: store.nextId('notice'), accountId, issueId, kind, by, created: clock.now(), read: false });
  for (const old of store.notices.by('person', accountId).slice(0, -KEPT)) store.notices.delete(old.id);
}
