import '@atlaskit/css-reset';
import './macros.css';
import { view } from '@forge/bridge';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { WayToRowsProvider } from '../../shared/rows-link';
import { macroPropsOf } from './macro';
import { loadMacro } from './table';
import { wayToJira } from './way-to-jira';

/** One entry for all macros: a page that holds all of them loads the shared chunks once. */
async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no element "root".');
  const [context] = await Promise.all([view.getContext(), view.theme.enable()]);
  const Macro = await loadMacro(context.moduleKey);
  const macro = macroPropsOf(context);
  createRoot(root).render(
    <StrictMode>
      <WayToRowsProvider value={wayToJira(macro, context.environmentId)}>
        <Macro {...macro} />
      </WayToRowsProvider>
    </StrictMode>,
  );
  void view.emitReadyEvent();
}

void start();
