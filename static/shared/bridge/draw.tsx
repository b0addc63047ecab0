import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { newQueryClient } from './query-client';

/** Draws what a frame shows. */
export function draw(content: ReactNode): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no element "root".');
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={newQueryClient()}>{content}</QueryClientProvider>
    </StrictMode>,
  );
}
