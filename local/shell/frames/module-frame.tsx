import SectionMessage from '@atlaskit/section-message';
import { useEffect, useRef, useState } from 'react';
import { type Frame, type ModalRequest, mountFrame } from '../../host/bridge/parent';
import { onMove, push, replace } from '../core/address';
import { useFrameTheme } from '../core/appearance';
import { useSession } from '../core/session';
import { AppModal } from './app-modal';
import { useFlags } from './host-ui';
import { openTarget, pathOf } from './open-target';

export interface FrameProps {
  moduleKey: string;
  /** What the app's context says about the place; the module's type is added. */
  extension: Readonly<Record<string, unknown>>;
  /** Another resource than the module's own: a config or edit form. */
  resource?: string | undefined;
  /** Address of the page when the rest of the address belongs to the app. */
  base?: string | undefined;
  /** Fixed height in pixels; the frame follows its content without it. */
  height?: number | undefined;
  /** Of a macro: its place in the page. */
  localId?: string | undefined;
  /** Accessible name, when the module's title is not enough. */
  title?: string | undefined;
  /** `view.submit`: answers whether it was taken; throws with the message for the app. */
  onSubmit?: ((payload: unknown) => boolean) | undefined;
  onClose?: ((payload: unknown) => boolean) | undefined;
  onRefresh?: ((payload: unknown) => boolean) | undefined;
  /** Gets how to close the frame with a payload: the app hears of it. */
  onMounted?: ((frame: Frame) => void) | undefined;
}

/** A module of the app in its sandboxed frame, with flags, modals and navigation as the products give them. */
export function ModuleFrame(props: FrameProps) {
  const { moduleKey, extension, resource, base, height, title, localId } = props;
  const session = useSession();
  const flags = useFlags();
  const element = useRef<HTMLDivElement>(null);
  const frame = useRef<Frame | null>(null);
  const theme = useFrameTheme();
  const shown = useRef(theme);
  const latest = useRef(props);
  latest.current = props;
  const [modal, setModal] = useState<ModalRequest | null>(null);
  const [turn, setTurn] = useState(0);
  const given = JSON.stringify(extension);
  const module = session.modules.find((candidate) => candidate.key === moduleKey);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` is there to mount again
  useEffect(() => {
    if (!element.current || !module?.isOpen) return;
    const inJira = module.type.startsWith('jira:');
    const mounted = mountFrame({
      element: element.current,
      facts: session,
      moduleKey,
      accountId: session.accountId,
      extension: { ...JSON.parse(given), ...(inJira ? { location: location.href } : {}) },
      theme: shown.current,
      timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      ...(resource === undefined ? {} : { resource }),
      ...(height === undefined ? {} : { height }),
      ...(localId === undefined ? {} : { localId }),
      ...(base === undefined ? {} : { location: placeIn(base) }),
      onNavigate: (target) => openTarget(target, session.modules),
      urlOf: (target) => location.origin + (pathOf(target, session.modules) ?? location.pathname),
      onFlag: flags.show,
      onFlagClosed: flags.close,
      onModal(request) {
        setModal(request);
        return true;
      },
      onSubmit: (payload) => latest.current.onSubmit?.(payload) ?? false,
      onClose: (payload) => latest.current.onClose?.(payload) ?? false,
      onRefresh: (payload) => latest.current.onRefresh?.(payload) ?? false,
      onReload: () => setTurn((now) => now + 1),
    });
    if (latest.current.title !== undefined) mounted.iframe.title = latest.current.title;
    frame.current = mounted;
    latest.current.onMounted?.(mounted);
    return () => mounted.close();
  }, [session, flags, moduleKey, module, given, resource, base, height, localId, turn]);

  useEffect(() => {
    shown.current = theme;
    frame.current?.setTheme(theme);
  }, [theme]);

  useEffect(() => {
    if (frame.current && title !== undefined) frame.current.iframe.title = title;
  }, [title]);

  if (!module)
    return <SectionMessage title="The app has no such page">{`There is no module ${moduleKey}.`}</SectionMessage>;
  if (!module.isOpen)
    return (
      <div className={base === undefined ? undefined : 'page'}>
        <SectionMessage title="You do not have access to this app">
          {`Log in with a licence for ${module.type.startsWith('jira:') ? 'Jira' : 'Confluence'}.`}
        </SectionMessage>
      </div>
    );
  return (
    <>
      <div ref={element} className="frame" />
      {modal && (
        <AppModal request={modal} onClosed={() => setModal(null)}>
          {(finish) => (
            <ModuleFrame
              moduleKey={moduleKey}
              resource={modal.resource ?? resource}
              extension={{ ...extension, modal: modal.context }}
              localId={localId}
              title={modal.title || undefined}
              onClose={finish}
              onSubmit={finish}
            />
          )}
        </AppModal>
      )}
    </>
  );
}

/** The rest of the address behind `base`, which is the app's. */
function placeIn(base: string) {
  const inside = () => location.pathname.slice(base.length) + location.search + location.hash || '/';
  return {
    get: inside,
    push: (path: string) => push(base + path),
    replace: (path: string) => replace(base + path),
    go: (delta: number) => history.go(delta),
    listen: (listener: (path: string) => void) =>
      onMove(() => {
        if (location.pathname.startsWith(base)) listener(inside());
      }),
  };
}
