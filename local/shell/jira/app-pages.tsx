import { Loaded } from '../core/refusal';
import { type Session, useSession } from '../core/session';
import { useRest } from '../core/site';
import { useTitle } from '../core/title';
import { ModuleFrame } from '../frames/module-frame';
import type { Project } from './jira';

/** The title of a module, for the browser's tab. */
function useModuleTitle(moduleKey: string): string {
  return useSession().modules.find((module) => module.key === moduleKey)?.title ?? moduleKey;
}

const firstOf = ({ modules }: Session, type: string): string =>
  modules.find((module) => module.type === type)?.key ?? '';

/** A page of the app in a project. Jira shows it to whoever may see the project. */
export function ProjectAppPage({ moduleKey, projectKey }: { moduleKey: string; projectKey: string }) {
  const read = useRest<Project>(`/project/${projectKey}`);
  useTitle(`${useModuleTitle(moduleKey)}, ${projectKey}`, 'Jira');
  return (
    <Loaded read={read} label="Loading the project">
      {({ id, key, projectTypeKey }) => (
        <ModuleFrame
          moduleKey={moduleKey}
          extension={{ type: 'jira:projectPage', project: { id: String(id), key, type: projectTypeKey } }}
          base={`/projects/${key}/apps/${moduleKey}`}
        />
      )}
    </Loaded>
  );
}

/** A page of the app for the whole site. */
export function GlobalPage({ moduleKey, base = `/apps/${moduleKey}` }: { moduleKey: string; base?: string }) {
  useTitle(useModuleTitle(moduleKey), 'Jira');
  return <ModuleFrame moduleKey={moduleKey} extension={{ type: 'jira:globalPage' }} base={base} />;
}

/**
 * The same page by the address that it has in Jira, which other products link to: an app has one at most
 * (developer.atlassian.com/platform/forge/manifest-reference/modules/jira-global-page).
 */
export function GlobalPageOfApp({ appId, environmentId }: { appId: string; environmentId: string }) {
  const session = useSession();
  const own = session.appId === appId && session.environmentId === environmentId;
  const key = firstOf(session, 'jira:globalPage');
  return <GlobalPage moduleKey={own ? key : appId} base={`/jira/apps/${appId}/${environmentId}`} />;
}

/** A page of the app in Jira's administration; the first one where the address names none. */
export function AdminPage({ moduleKey }: { moduleKey: string }) {
  const first = firstOf(useSession(), 'jira:adminPage');
  const key = moduleKey === '' ? first : moduleKey;
  useTitle(`${useModuleTitle(key)}, administration`, 'Jira');
  return <ModuleFrame moduleKey={key} extension={{ type: 'jira:adminPage' }} base={`/admin/apps/${key}`} />;
}
