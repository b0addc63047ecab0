import { route } from '@forge/api';
import { z } from 'zod';
import { type Identity, readJira } from '../request';

const linkType = z.object({ id: z.string(), name: z.string(), inward: z.string(), outward: z.string() });

export type ObservedLinkType = z.infer<typeof linkType>;

/** @throws AppError jira-not-found when issue linking is switched off on the site */
export async function allLinkTypes(): Promise<ObservedLinkType[]> {
  const answer = await readJira(
    { as: 'app', method: 'GET', route: route`/rest/api/3/issueLinkType` },
    z.object({ issueLinkTypes: z.array(linkType) }),
  );
  return answer.issueLinkTypes;
}

export async function createLinkType(
  wanted: { name: string; inward: string; outward: string },
  as: Identity,
): Promise<string> {
  const created = await readJira(
    { as, method: 'POST', route: route`/rest/api/3/issueLinkType`, body: wanted },
    z.object({ id: z.string() }),
  );
  return created.id;
}
