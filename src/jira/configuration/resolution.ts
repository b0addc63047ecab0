import { z } from 'zod';
import { allValues } from '../pages';

const resolution = z.object({ id: z.string(), name: z.string() });

export type Resolution = z.infer<typeof resolution>;

/** Every resolution of the site ("Search resolutions", Jira REST v3). */
export const allResolutions = (): Promise<Resolution[]> => allValues('/rest/api/3/resolution/search', resolution);
