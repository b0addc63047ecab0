import type { Call } from '../call';
import type { Space } from '../model/entities';

/** `Space` of version 1. */
export const showSpaceV1 = (call: Call, space: Space) => ({
  id: Number(space.id),
  key: space.key,
  alias: space.key,
  name: space.name,
  description: { plain: { value: space.description, representation: 'plain', embeddedContent: [] } },
  type: 'global',
  status: space.status,
  _expandable: {},
  _links: { webui: `/spaces/${space.key}`, base: call.site.base, context: '/wiki' },
});
