import { lazy, Suspense } from 'react';
import { startPanel } from '../../shared/start';
import { Waiting } from '../../shared/waiting';
import { settingsFrom } from './settings';

const GadgetForm = lazy(async () => ({ default: (await import('./gadget-form')).GadgetForm }));
const GadgetView = lazy(async () => ({ default: (await import('./gadget-view')).GadgetView }));

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
