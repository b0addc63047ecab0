import type { Context } from '../context';
import { inForce } from '../domain/approval/course';
import { isSame } from '../domain/approval/entry';
import { settingsFrom } from '../domain/settings/figure-settings';
import { pushWork } from '../queue/facts-queue';
import { readContentAt, readCourse } from '../store/approval';
import { changeConfiguration, meaningsOfResolutions, readConfiguration } from '../store/configuration';
import { SETTINGS } from '../store/settings';

/**
 * Keeps what rules read of the settings in force: after an approval or its withdrawal, and in the night after, should a crash have
 * come between the two. Whoever keeps them asks for the recount; where resolutions mean something else, every issue is read again
 * besides, for what is done may be so no longer.
 * @returns whether they were others
 */
export async function keepSettings({ now }: Pick<Context, 'now'>): Promise<boolean> {
  const revision = inForce(await readCourse(SETTINGS))?.revision ?? 0;
  const approved = settingsFrom(await readContentAt(SETTINGS, revision));
  const before = await readConfiguration();
  const settings = { ...before.settings, ...approved };
  if (isSame(settings, before.settings)) return false;
  const meanings = meaningsOfResolutions({ ...before, settings });
  const readsAnew = !isSame(meanings, meaningsOfResolutions(before));
  await changeConfiguration((latest) => ({
    ...latest,
    settings: { ...latest.settings, ...approved },
    readAllSince: readsAnew ? now() : latest.readAllSince,
    unansweredResolutions: latest.unansweredResolutions.filter((id) => meanings[id] === undefined),
  }));
  if (readsAnew) await pushWork([{ kind: 'reconcile', scope: 'full' }]);
  return true;
}
