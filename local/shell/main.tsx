import '@atlaskit/css-reset';
import './shell.css';
import AppProvider from '@atlaskit/app-provider';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Shell } from './shell';
import { openSession } from './site';

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no element "root".');
  const session = await openSession();
  createRoot(root).render(
    <StrictMode>
      <AppProvider defaultColorMode="light">
        <Shell session={session} />
      </AppProvider>
    </StrictMode>,
  );
}

void start();
