import '@atlaskit/css-reset';
import './screen.css';
import { view } from '@forge/bridge';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

/** The context of the frame as the product gives it: for display only, never for a decision on rights. */
export type FrameContext = Awaited<ReturnType<typeof view.getContext>>;

/** Starts a screen: the theme first, so that nothing is drawn in the wrong colours, then the context. */
export async function startScreen(screen: (context: FrameContext) => ReactNode): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no element "root".');
  const [context] = await Promise.all([view.getContext(), view.theme.enable()]);
  createRoot(root).render(<StrictMode>{screen(context)}</StrictMode>);
}
