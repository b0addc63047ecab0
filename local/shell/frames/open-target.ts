import { go } from '../core/address';

/** Where `router.navigate` and `router.open` go; null for an address outside of this site. */
export function pathOf(target: Record<string, unknown>): string | null {
  if (target.target === 'issue') return `/browse/${String(target.issueKey)}`;
  if (target.target === 'dashboard') return `/dashboards/${String(target.dashboardId)}`;
  if (target.target === 'projectSettingsDetails' || target.target === 'module') return moduleOf(target);
  if (target.target === 'contentView' || target.target === 'contentEdit')
    return `/wiki/content/${String(target.contentId)}${target.target === 'contentEdit' ? '/edit' : ''}`;
  if (target.target === 'spaceView') return `/wiki/spaces/${String(target.spaceKey)}`;
  if (typeof target.url !== 'string') return null;
  const url = new URL(target.url, location.origin);
  return url.origin === location.origin ? url.pathname + url.search + url.hash : null;
}

function moduleOf(target: Record<string, unknown>): string | null {
  const key = String(target.moduleKey ?? '');
  if (typeof target.projectKey !== 'string') return `/apps/${key}`;
  return key === '' ? `/projects/${target.projectKey}/board` : `/projects/${target.projectKey}/apps/${key}`;
}

/** Opens what the app asks for; a new tab only for addresses of this site. */
export function openTarget(target: Record<string, unknown>): void {
  const path = pathOf(target);
  if (path === null) return;
  if (target.type === 'new-tab') open(location.origin + path, '_blank', 'noopener');
  else go(path);
}
