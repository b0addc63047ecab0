import type { Scope } from '../../contract/macro-scope';
import { readConfiguration } from '../../store/configuration';

/**
 * Whether an export may show the counts of a scope. It is read by whoever gets the file, and the platform names no reader;
 * so it shows what the screen shows to the least of the page's readers. Of a page that is open to all that is somebody
 * without a login. Of one for guests or for everybody with a licence it is somebody without Jira. Of a restricted page it
 * is not known: who is named on it changes, and who holds *View AIMS figures* cannot be listed. None of them is shown more
 * than the counts of the organisation, where an administrator shows those to anybody.
 */
export const mayExport = async ({ kind }: Scope): Promise<boolean> =>
  kind === 'organisation' && (await readConfiguration()).publicFigures;
