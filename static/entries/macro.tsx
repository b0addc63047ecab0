import '../shared/ui/screen';
import '../features/macros/macro-page.module.css';
import { view } from '@forge/bridge';
import { macroPropsOf } from '../features/macros/macro';
import { loadMacro } from '../features/macros/table';
import { wayToJira } from '../features/macros/way-to-jira';
import { draw } from '../shared/bridge/draw';
import { WayToRowsProvider } from '../shared/ui/rows-link';

/** One entry for all macros: a page that holds all of them loads the shared chunks once. */
async function start(): Promise<void> {
  const [context] = await Promise.all([view.getContext(), view.theme.enable()]);
  const Macro = await loadMacro(context.moduleKey);
  const macro = macroPropsOf(context);
  draw(
    <WayToRowsProvider value={wayToJira(macro, context.environmentId)}>
      <Macro {...macro} />
    </WayToRowsProvider>,
  );
  void view.emitReadyEvent();
}

void start();
