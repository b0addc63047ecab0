import type { Breach } from '../breach';

/** An app listens to Jira's issues and may not read them. */
export const eventScope: Breach = {
  check: 'event-scope',
  manifest: (text) => text.replace('"read:jira-work",', ''),
  async breaks({ site, jira, seen }) {
    jira.publish('avi:jira:created:issue', { issue: { key: 'X-1' } });
    await site.settle();
    return [site.journal.list('event').at(-1)?.fate, await seen()];
  },
  refused: ['no-scope', []],
  letThrough: ['delivered', ['avi:jira:created:issue X-1 false']],
};
