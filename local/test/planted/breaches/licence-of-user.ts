import { TinyJira } from '../../host/fixture';
import type { Breach } from '../breach';

class WithGuest extends TinyJira {
  constructor() {
    super();
    const { groupsOf } = this.directory;
    Object.assign(this.directory, { groupsOf: (id: string) => (id === 'guest' ? [] : groupsOf(id)) });
  }
}

/** A product is asked in the name of somebody who has no licence for it. */
export const licenceOfUser: Breach = {
  check: 'licence-of-user',
  site: () => ({ jira: () => new WithGuest() }),
  async breaks({ site }) {
    const payload = { as: 'user', path: 'issue' };
    const answer = await site.invoke({ module: 'page', key: 'product', payload, accountId: 'guest' });
    return (answer as { status: number }).status;
  },
  refused: 401,
  letThrough: 200,
};
