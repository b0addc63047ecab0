import '../shared/ui/screen';
import { lazy, Suspense } from 'react';
import { settingsFrom } from '../features/gadget/settings';
import { startPanel } from '../shared/bridge/start-panel';
import { Waiting } from '../shared/ui/waiting';

const GadgetForm = lazy(async () => ({ default: (await import('../features/gadget/gadget-form')).GadgetForm }));
const GadgetView = lazy(async () => ({ default: (await import('../features/gadget/gadget-view')).GadgetView }));

void startPanel((context) => {
  const { entryPoint, gadgetConfiguration } = context.extension as {
    entryPoint?: unknown;
    gadgetConfiguration?: unknown;
  };
  const settings = settingsFrom(gadgetConfiguration);
  return (
    <Suspense fallback={<Waiting />}>
      {entryPoint === 'edit' ? (
        <GadgetForm settings={settings} />
      ) : (
        <GadgetView settings={settings} loggedIn={context.accountId !== undefined} />
      )}
    </Suspense>
  );
});
