import { route } from '@forge/api';
import { z } from 'zod';
import { readJira } from './request';

/** The site's default time zone as an IANA name, or null where Jira does not tell it ("Get Jira instance info", Jira REST v3). */
export async function siteTimeZone(): Promise<string | null> {
  const info = await readJira(
    { as: 'app', method: 'GET', route: route`/rest/api/3/serverInfo` },
    z.looseObject({ serverTimeZone: z.string().nullish() }),
  );
  return info.serverTimeZone ?? null;
}
