import { route } from '@forge/api';
import { z } from 'zod';
import { requestJira } from './request';

const remoteLinks = z.array(
  z.looseObject({
    application: z.looseObject({ type: z.string().nullish() }).nullish(),
    object: z.looseObject({ url: z.string().nullish() }).nullish(),
  }),
);

/** Where a link of an issue leads outside Jira. */
export interface RemoteLink {
  /** As the product calls itself, such as `com.atlassian.confluence`; null where the link does not say. */
  application: string | null;
  address: string | null;
}

/**
 * What an issue is linked to outside Jira ("Get remote issue links", Jira REST v3). None where the issue is gone meanwhile, or where the site
 * has links switched off. Costs one point and one for each link.
 */
export async function remoteLinksOf(issueId: string): Promise<RemoteLink[]> {
  const { status, body } = await requestJira({
    as: 'app',
    method: 'GET',
    route: route`/rest/api/3/issue/${issueId}/remotelink`,
    accept: [403, 404],
  });
  if (status >= 400) return [];
  return remoteLinks
    .parse(body)
    .map(({ application, object }) => ({ application: application?.type ?? null, address: object?.url ?? null }));
}
