import { QueryClient } from '@tanstack/react-query';

/**
 * One for each frame. What nobody looks at any more is forgotten: a figure of a minute ago must not stand there as if it had
 * just been read. The app and Jira try again themselves, so a failure is told at once; and whether there is a network is found
 * out by asking.
 */
export const newQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        gcTime: 0,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchIntervalInBackground: true,
        // Every answer is a new one, also when it says the same: it was read later.
        structuralSharing: false,
      },
      mutations: { gcTime: 0, networkMode: 'always' },
    },
  });
