import { useColorMode } from '@atlaskit/app-provider';
import SectionMessage from '@atlaskit/section-message';
import Spinner from '@atlaskit/spinner';
import { useEffect, useRef, useState } from 'react';
import { type Flag, type Frame, mountFrame } from '../../host/bridge/parent';
import { go, onMove, replace } from '../address';
import type { Project } from '../jira';
import { Refusal } from '../refusal';
import { type Session, useRest } from '../site';

interface Props {
  session: Session;
  moduleKey: string;
  /** Null for a page of the site. */
  projectKey: string | null;
}

/** A page of the app. Jira shows a project's page to whoever may see the project. */
export function AppPage({ session, moduleKey, projectKey }: Props) {
  if (!session.modules.some((module) => module.key === moduleKey)) {
    return <SectionMessage title="The app has no such page">{`There is no module ${moduleKey}.`}</SectionMessage>;
  }
  if (projectKey === null) {
    return (
      <AppFrame
        session={session}
        moduleKey={moduleKey}
        extension={{ type: 'jira:adminPage' }}
        base={`/admin/apps/${moduleKey}`}
      />
    );
  }
  return <ProjectFrame session={session} moduleKey={moduleKey} projectKey={projectKey} />;
}

function ProjectFrame({ session, moduleKey, projectKey }: Props & { projectKey: string }) {
  const { reading } = useRest<Project>(`/project/${projectKey}`);
  if (reading.state === 'loading') return <Spinner label="Loading the project" />;
  if (reading.state === 'refused') return <Refusal error={reading.error} />;
  const { id, key, projectTypeKey } = reading.data;
  return (
    <AppFrame
      session={session}
      moduleKey={moduleKey}
      extension={{ type: 'jira:projectPage', project: { id: String(id), key, type: projectTypeKey } }}
      base={`/projects/${key}/apps/${moduleKey}`}
    />
  );
}

interface FrameProps {
  session: Session;
  moduleKey: string;
  extension: Record<string, unknown>;
  /** Address of the page; the rest of it belongs to the app. */
  base: string;
}

function AppFrame({ session, moduleKey, extension, base }: FrameProps) {
  const element = useRef<HTMLDivElement>(null);
  const frame = useRef<Frame | null>(null);
  const mode = useColorMode();
  const shown = useRef(mode);
  const [flags, setFlags] = useState<readonly Flag[]>([]);
  const given = JSON.stringify(extension);

  useEffect(() => {
    if (!element.current) return;
    const inside = () => location.pathname.slice(base.length) + location.search + location.hash || '/';
    const mounted = mountFrame({
      element: element.current,
      facts: session,
      moduleKey,
      accountId: session.accountId,
      extension: JSON.parse(given),
      colorMode: shown.current === 'dark' ? 'dark' : 'light',
      timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      location: {
        get: inside,
        push: (path) => go(base + path),
        replace: (path) => replace(base + path),
        go: (steps) => history.go(steps),
        listen: (listener) => onMove(() => listener(inside())),
      },
      onNavigate: (target) => openTarget(target),
      onFlag: (flag) => setFlags((now) => [...now.filter(({ id }) => id !== flag.id), flag]),
      onFlagClosed: (id) => setFlags((now) => now.filter((flag) => flag.id !== id)),
    });
    frame.current = mounted;
    return () => mounted.close();
  }, [session, moduleKey, given, base]);

  useEffect(() => {
    shown.current = mode;
    frame.current?.setColorMode(mode === 'dark' ? 'dark' : 'light');
  }, [mode]);

  return (
    <>
      <div ref={element} />
      {flags.map((flag) => (
        <div key={flag.id} className="flag" role="status">
          <strong>{flag.title}</strong> {flag.description}
        </div>
      ))}
    </>
  );
}

/** What `router.navigate` and `router.open` ask for. A new tab opens only for addresses of this site. */
function openTarget(target: Record<string, unknown>): void {
  const path = target.target === 'issue' ? `/browse/${String(target.issueKey)}` : target.url;
  if (typeof path !== 'string') return;
  const url = new URL(path, location.origin);
  if (url.origin !== location.origin) return;
  if (target.type === 'new-tab') open(url.href, '_blank', 'noopener');
  else go(url.pathname + url.search + url.hash);
}
