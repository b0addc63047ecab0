import type { Breach } from '../breach';

/** A product is asked in the name of somebody who has no licence at all: by a function, and by a frame through the bridge. */
export const licenceOfUser: Breach = {
  check: 'licence-of-user',
  async breaks({ site, jira }) {
    jira.unlicensed.add('guest');
    const payload = { as: 'user', path: 'issue' };
    const byFunction = await site.invoke({ module: 'page', key: 'product', payload, accountId: 'guest' });
    const init = { method: 'GET', headers: {}, body: null };
    const byFrame = await site.gate.asUser('jira', '/rest/api/3/issue', init, 'guest');
    return [(byFunction as { status: number }).status, byFrame.status];
  },
  refused: [401, 401],
  letThrough: [200, 200],
};
