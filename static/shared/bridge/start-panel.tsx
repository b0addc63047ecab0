import './start-panel.module.css';
import { view } from '@forge/bridge';
import type { ReactNode } from 'react';
import { draw } from './draw';
import type { FrameContext } from './frame-context';
import { TimeZoneProvider } from './time-zone';

/** Starts a part of somebody else's page, which has no address of its own. */
export async function startPanel(panel: (context: FrameContext) => ReactNode): Promise<void> {
  const [context] = await Promise.all([view.getContext(), view.theme.enable()]);
  draw(<TimeZoneProvider value={context.timezone}>{panel(context)}</TimeZoneProvider>);
}
