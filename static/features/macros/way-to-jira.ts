import { router } from '@forge/bridge';
import { ORGANISATION_SECTIONS, pathOf } from '../../shared/routes';
import { ORGANISATION, type Scope, scopeFrom } from '../../shared/scope';
import type { RowsPlace } from '../../shared/ui/rows-link';
import type { MacroProps } from './macro';

/** Of the manifest, filled in by the build. */
declare const APP_ID: string;

/**
 * How a macro leads to rows: to the page for the whole organisation, which shows one project when the address names it.
 * Confluence knows no target in Jira, so this is the address that Jira gives such pages
 * (developer.atlassian.com/platform/forge/manifest-reference/modules/jira-global-page). Null without a login.
 */
export function wayToJira(
  { accountId, config }: MacroProps,
  environmentId: string,
): ((place: RowsPlace) => void) | null {
  if (accountId === null) return null;
  const scope = scopeFrom(config.scope) ?? ORGANISATION;
  return (place) => {
    const path = pathOf(placeIn(scope, place), ORGANISATION_SECTIONS);
    void router.open(`/jira/apps/${APP_ID}/${environmentId}${path}`);
  };
}

/** What belongs to one AI system stands in its panel, whatever was asked for. */
function placeIn(scope: Scope, place: RowsPlace): RowsPlace {
  if (scope.kind === 'system') return { page: 'systems', system: scope.issueId };
  return scope.kind === 'project' ? { ...place, project: scope.projectId } : { ...place };
}
