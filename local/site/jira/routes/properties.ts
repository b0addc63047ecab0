import { z } from 'zod';
import { type Call, noContent, ok, type Reply, type Route } from '../call';
import { notFound } from '../errors';
import { getProperty, removeProperty, setProperty } from '../model/properties';
import { administeredProject, requireAdmin, requireOnIssue, visibleIssue, visibleProject } from '../permissions/access';
import { itemOwner } from '../permissions/dashboards';

/** Where properties hang, and who may read and write them there. */
interface Holder {
  /** Path in front of `/properties`, with its prefix. */
  readonly base: string;
  readonly read: string | null;
  readonly write: string | null;
  readonly access: Route['access'];
  /** The owner's id in the store, once the caller is known to be allowed. */
  readonly owner: (call: Call, change: boolean) => string;
}

const REST = '/rest/api/3';

const HOLDERS: readonly Holder[] = [
  {
    base: `${REST}/issue/{issueIdOrKey}`,
    read: 'read:jira-work',
    write: 'write:jira-work',
    access: 'anyone',
    owner(call, change) {
      const issue = visibleIssue(call.site, call.actor, call.param('issueIdOrKey'));
      if (change) requireOnIssue(call.site, call.actor, 'EDIT_ISSUES', issue);
      return `issue:${issue.id}`;
    },
  },
  {
    base: `${REST}/project/{projectIdOrKey}`,
    read: 'read:jira-work',
    write: 'manage:jira-project',
    access: 'anyone',
    owner(call, change) {
      const find = change ? administeredProject : visibleProject;
      return `project:${find(call.site, call.actor, call.param('projectIdOrKey')).id}`;
    },
  },
  {
    base: `${REST}/issuetype/{issueTypeId}`,
    read: 'read:jira-work',
    write: 'manage:jira-configuration',
    access: 'user',
    owner(call, change) {
      if (change) requireAdmin(call.site, call.actor);
      const type = call.site.store.issueTypes.get(call.param('issueTypeId'));
      if (!type) throw notFound('The issue type does not exist.');
      return `issuetype:${type.id}`;
    },
  },
  {
    base: `${REST}/dashboard/{dashboardId}/items/{itemId}`,
    read: 'read:jira-work',
    write: 'write:jira-work',
    access: 'anyone',
    owner: (call, change) =>
      itemOwner(
        call.site,
        call.actor,
        { dashboardId: call.param('dashboardId'), itemId: call.param('itemId') },
        change,
      ),
  },
  // The properties of the app itself need no scope (OpenAPI, "App properties"; only the app may call).
  { base: '/rest/forge/1/app', read: null, write: null, access: 'app', owner: (call) => `app:${call.site.app.appId}` },
];

function list(call: Call, path: string, owner: string): Reply {
  const address = `${call.site.baseUrl}${path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(call.param(name)))}`;
  const keys = call.site.store.properties
    .by('owner', owner)
    .map(({ key }) => ({ key, self: `${address}/${encodeURIComponent(key)}` }));
  return ok({ keys }, keys.length);
}

function routesOf(holder: Holder): Route[] {
  const path = `${holder.base}/properties`;
  const one = `${path}/{propertyKey}`;
  const scopes = (scope: string | null) => (scope === null ? [] : [scope]);
  const common = { access: holder.access };
  return [
    {
      ...common,
      method: 'GET',
      path,
      scopes: scopes(holder.read),
      handle: (call) => list(call, path, holder.owner(call, false)),
    },
    {
      ...common,
      method: 'GET',
      path: one,
      scopes: scopes(holder.read),
      handle(call) {
        const { key, value } = getProperty(call.site, holder.owner(call, false), call.param('propertyKey'));
        return ok({ key, value });
      },
    },
    {
      ...common,
      method: 'PUT',
      path: one,
      scopes: scopes(holder.write),
      handle: (call) => {
        const isNew = setProperty(
          call.site,
          holder.owner(call, true),
          call.param('propertyKey'),
          call.body(z.unknown()),
        );
        return { status: isNew ? 201 : 200 };
      },
    },
    {
      ...common,
      method: 'DELETE',
      path: one,
      scopes: scopes(holder.write),
      handle(call) {
        removeProperty(call.site, holder.owner(call, true), call.param('propertyKey'));
        return noContent();
      },
    },
  ];
}

export const propertyRoutes: readonly Route[] = HOLDERS.flatMap(routesOf);
