import { issueIdOf } from '../../domain/item/item-id';
import { needsOf } from '../../domain/item/needs';
import { issuesAsViewer } from '../../jira/viewed-issue';
import { heldItems } from '../../store/held';
import type { UseCase } from '../use-case';
import { issueView } from '../visible';
import { awaitingOf } from './awaiting';

const LISTED = 20;

/**
 * What falls to the viewer: one statement, one call as the viewer for titles and one for what they may do; one statement more for
 * whoever decides or manages. An invocation of its own, so that figures never wait for it.
 */
export const viewerNeeds: UseCase<
  'viewer.needs',
  'catalogue' | 'requirements' | 'now' | 'configuration' | 'zone' | 'today'
> = async ({ projectId }, context, { accountId }) => {
  const { requirements, configuration, today } = context;
  // A page has an owner, too; what waits of it is among what awaits an approval.
  const needs = needsOf(await heldItems(accountId, projectId), requirements, configuration.settings, today()).flatMap(
    ({ itemId, ...need }) => {
      const issueId = issueIdOf(itemId);
      return issueId === null ? [] : [{ issueId, ...need }];
    },
  );
  const listed = needs.slice(0, LISTED);
  const [visible, awaiting] = await Promise.all([
    issuesAsViewer([...new Set(listed.map(({ issueId }) => issueId))]),
    awaitingOf(projectId, accountId, context),
  ]);
  return {
    items: listed.flatMap(({ issueId, ...need }) => {
      const issue = visible.get(issueId);
      return issue ? [{ ...issueView(issueId, issue), ...need }] : [];
    }),
    more: needs.length - listed.length,
    awaiting,
  };
};
