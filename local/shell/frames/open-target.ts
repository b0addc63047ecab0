import { go } from '../core/address';
import type { Module } from '../core/session';

/** What `router.navigate`, `router.open` and `router.getUrl` are called with. */
type Target = Readonly<Record<string, unknown>>;

/** Where a target leads; null for an address outside of this site. */
export function pathOf(target: Target, modules: readonly Module[]): string | null {
  if (target.target === 'issue') return `/browse/${String(target.issueKey)}`;
  if (target.target === 'dashboard') return `/dashboards/${String(target.dashboardId)}`;
  if (target.target === 'projectSettingsDetails' || target.target === 'module') return moduleOf(target, modules);
  if (target.target === 'contentView' || target.target === 'contentEdit')
    return `/wiki/content/${String(target.contentId)}${target.target === 'contentEdit' ? '/edit' : ''}`;
  if (target.target === 'spaceView') return `/wiki/spaces/${String(target.spaceKey)}`;
  if (typeof target.url !== 'string') return null;
  const url = new URL(target.url, location.origin);
  return url.origin === location.origin ? url.pathname + url.search + url.hash : null;
}

/** A page of the app; `path` is the app's own part of the address, behind the module's. */
function moduleOf({ moduleKey, projectKey, path }: Target, modules: readonly Module[]): string {
  const key = String(moduleKey ?? '');
  const own = typeof path === 'string' ? path : '';
  if (typeof projectKey === 'string')
    return key === '' ? `/projects/${projectKey}/board` : `/projects/${projectKey}/apps/${key}${own}`;
  const administers = modules.some((module) => module.key === key && module.type === 'jira:adminPage');
  return `${administers ? '/admin/apps' : '/apps'}/${key}${own}`;
}

/** Opens what the app asks for; a new tab only for addresses of this site. */
export function openTarget(target: Target, modules: readonly Module[]): void {
  const path = pathOf(target, modules);
  if (path === null) return;
  if (target.type === 'new-tab') open(location.origin + path, '_blank', 'noopener');
  else go(path);
}
