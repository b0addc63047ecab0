import '../shared/ui/screen';
import { view } from '@forge/bridge';
import { ConfigForm } from '../features/macros/config/config-form';
import { macroPropsOf } from '../features/macros/macro';
import { loadMacro } from '../features/macros/table';
import { draw } from '../shared/bridge/draw';

/** The settings of every macro: one form, and under it the macro itself as it will stand in the page. */
async function start(): Promise<void> {
  const [context] = await Promise.all([view.getContext(), view.theme.enable()]);
  const Preview = await loadMacro(context.moduleKey);
  draw(<ConfigForm moduleKey={context.moduleKey} macro={macroPropsOf(context)} Preview={Preview} />);
}

void start();
