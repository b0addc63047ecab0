import '@atlaskit/css-reset';
import '../features/macros/macros.css';
import { view } from '@forge/bridge';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { macroPropsOf } from '../features/macros/macro';
import { loadMacro } from '../features/macros/table';
import { wayToJira } from '../features/macros/way-to-jira';
import { WayToRowsProvider } from '../shared/ui/rows-link';

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
