import './core/atlaskit-switches';
import '@atlaskit/css-reset';
import './styles/shell.css';
import './styles/adf.css';
import './styles/jira.css';
import './styles/issue.css';
import AppProvider from '@atlaskit/app-provider';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { keptAppearance, modeOf } from './core/appearance';
import { RouterLink } from './core/router-link';
import { openSession, SessionContext } from './core/session';
import { FlagsProvider } from './frames/host-ui';
import { Shell } from './shell';

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no element "root".');
  const session = await openSession();
  createRoot(root).render(
    <StrictMode>
      <AppProvider defaultColorMode={modeOf(keptAppearance())} routerLinkComponent={RouterLink}>
        <SessionContext.Provider value={session}>
          <FlagsProvider>
            <Shell />
          </FlagsProvider>
        </SessionContext.Provider>
      </AppProvider>
    </StrictMode>,
  );
}

void start();
