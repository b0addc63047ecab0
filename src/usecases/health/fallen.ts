import { randomUUID } from 'node:crypto';
import { ORGANISATION } from '../../domain/coverage/cell';
import { issueIdOf, issueIdsOf } from '../../domain/item/item-id';
import { AppError } from '../../errors';
import { issuesAsViewer, VIEWED_ISSUES, type ViewedIssue } from '../../jira/viewed-issue';
import { appendDecision } from '../../store/append';
import { type Fallen, isUpdateSeen, readFallen, readRulesUpdate, seenSubject } from '../../store/rules-update';
import { chunks } from '../../store/sql';
import { reasonsView } from '../coverage/view';
import type { UseCase } from '../use-case';
import { issueView } from '../visible';

/** States that are listed; how many fell is told exactly. */
const LISTED = 200;

/** What fell with the last update whose rules ask for more, until an administrator has seen it. AI systems as the viewer. */
export const healthFallen: UseCase<'health.fallen', 'requirements'> = async (_input, { requirements }) => {
  const update = await readRulesUpdate();
  if (update === null || (await isUpdateSeen(update))) return null;
  const { count, rows } = await readFallen(update, LISTED);
  if (count === 0) return null;
  const visible = await systemsOf(rows);
  return {
    since: update.since,
    isGoing: update.until === null,
    count,
    rows: rows.map(({ scope, requirementId, before, after, reason }) => ({
      ...{ requirementId, title: requirements.get(requirementId)?.title ?? '', before, after },
      system: systemView(scope, visible),
      reason: reason === null ? null : (reasonsView([reason])[0] ?? null),
    })),
  };
};

async function systemsOf(rows: readonly Fallen[]): Promise<Map<string, ViewedIssue>> {
  const visible = new Map<string, ViewedIssue>();
  for (const some of chunks([...new Set(issueIdsOf(rows.map(({ scope }) => scope)))], VIEWED_ISSUES))
    for (const [id, issue] of await issuesAsViewer(some)) visible.set(id, issue);
  return visible;
}

function systemView(scope: string, visible: ReadonlyMap<string, ViewedIssue>) {
  if (scope === ORGANISATION) return null;
  const issueId = issueIdOf(scope) ?? '';
  const issue = visible.get(issueId);
  return issue ? issueView(issueId, issue) : ('hidden' as const);
}

/** Logs that an administrator has seen it. @throws AppError content-changed where a newer update has come meanwhile */
export const healthSeen: UseCase<'health.seen', 'now'> = async ({ since }, { now }, { accountId }) => {
  const update = await readRulesUpdate();
  if (update?.since !== since) throw new AppError('content-changed');
  const { decisionId } = await appendDecision(accountId, {
    decisionId: randomUUID(),
    ...{ kind: 'setting', subject: seenSubject(update), requirementId: '' },
    at: now(),
    body: { from: null, to: 'seen' },
  });
  return { decisionId };
};
