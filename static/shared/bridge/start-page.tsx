import '@atlaskit/css-reset';
import '../ui/screen.css';
import { view } from '@forge/bridge';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { goTo, openPlace } from '../place';
import type { Section } from '../routes';
import { WayToRowsProvider } from '../ui/rows-link';
import { TimeZoneProvider } from './time-zone';

/** The context of the frame as the product gives it: for display only, never for a decision on rights. */
export type FrameContext = Awaited<ReturnType<typeof view.getContext>>;

/** Starts a full page: the theme first, so that nothing is drawn in the wrong colours, then context and address. */
export async function startPage(
  sections: readonly Section[],
  page: (context: FrameContext) => ReactNode,
): Promise<void> {
  const [context] = await Promise.all([view.getContext(), view.theme.enable(), openPlace(sections)]);
  draw(<WayToRowsProvider value={goTo}>{page(context)}</WayToRowsProvider>, context);
}

/** Starts a part of somebody else's page, which has no address of its own. */
export async function startPanel(panel: (context: FrameContext) => ReactNode): Promise<void> {
  const [context] = await Promise.all([view.getContext(), view.theme.enable()]);
  draw(panel(context), context);
}

function draw(content: ReactNode, { timezone }: FrameContext): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no element "root".');
  createRoot(root).render(
    <StrictMode>
      <TimeZoneProvider value={timezone}>{content}</TimeZoneProvider>
    </StrictMode>,
  );
}
