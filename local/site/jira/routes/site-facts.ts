import { z } from 'zod';
import { type Call, created, noContent, ok, page, type Route, route } from '../call';
import { notFound } from '../errors';
import { showTask } from '../model/tasks';
import { renderNamedValue } from '../render';
import { jiraTime } from '../site';

const resolutionBody = z.object({
  name: z.string().trim().min(1).max(60),
  description: z.string().max(255).optional(),
});

const READ = 'read:jira-work';

function named(call: Call, type: 'priority' | 'resolution') {
  const values = (type === 'priority' ? call.site.store.priorities : call.site.store.resolutions).all();
  return values.map((value) => renderNamedValue(call.site, type, value.id));
}

export const siteRoutes: readonly Route[] = [
  route('GET', '/serverInfo', 'anyone', null, (call) =>
    ok({
      baseUrl: call.site.baseUrl,
      version: '1001.0.0-SNAPSHOT',
      versionNumbers: [1001, 0, 0],
      deploymentType: 'Cloud',
      buildNumber: 100_000,
      serverTime: jiraTime(call.site.clock.now()),
      serverTimeZone: call.site.timeZone,
      serverTitle: 'Jira',
    }),
  ),
  route('GET', '/resolution', 'anyone', READ, (call) =>
    ok(named(call, 'resolution'), call.site.store.resolutions.size),
  ),
  route('GET', '/resolution/search', 'user', READ, (call) =>
    page(call, '/resolution/search', call.site.store.resolutions.all(), ({ id, name, description }) => ({
      id,
      name,
      description,
    })),
  ),
  route('POST', '/resolution', 'admin', 'manage:jira-configuration', (call) => {
    const { store } = call.site;
    const { name, description } = call.body(resolutionBody);
    const id = String(1 + Math.max(...store.resolutions.all().map((one) => Number(one.id))));
    const made = store.resolutions.put({ id, name, description: description ?? '' });
    return created({ id: made.id });
  }),
  route('PUT', '/resolution/{id}', 'admin', 'manage:jira-configuration', (call) => {
    const { store } = call.site;
    const before = store.resolutions.get(call.param('id'));
    if (!before) throw notFound('The resolution does not exist.');
    const { name, description } = call.body(resolutionBody);
    store.resolutions.put({ ...before, name, description: description ?? before.description });
    return noContent();
  }),
  route('GET', '/resolution/{id}', 'anyone', READ, (call) => {
    if (!call.site.store.resolutions.get(call.param('id'))) throw notFound('The resolution does not exist.');
    return ok(renderNamedValue(call.site, 'resolution', call.param('id')));
  }),
  route('GET', '/priority', 'anyone', READ, (call) => ok(named(call, 'priority'), call.site.store.priorities.size)),
  route('GET', '/configuration', 'anyone', 'read:jira-user', () =>
    ok({
      votingEnabled: true,
      watchingEnabled: true,
      unassignedIssuesAllowed: true,
      subTasksEnabled: true,
      issueLinkingEnabled: true,
      timeTrackingEnabled: false,
      attachmentsEnabled: false,
    }),
  ),
  route('GET', '/task/{taskId}', 'user', READ, (call) => ok(showTask(call, call.param('taskId')))),
];
