import '@atlaskit/css-reset';
import './macros.css';
import { view } from '@forge/bridge';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { macroPropsOf } from './macro';
import { loadMacro } from './table';

/** One entry for all macros: a page that holds all of them loads the shared chunks once. */
async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no element "root".');
  const [context] = await Promise.all([view.getContext(), view.theme.enable()]);
  const Macro = await loadMacro(context.moduleKey);
  createRoot(root).render(
    <StrictMode>
      <Macro {...macroPropsOf(context)} />
    </StrictMode>,
  );
  void view.emitReadyEvent();
}

void start();
