import { proposedMeaning } from '../domain/vocabulary/resolution';
import { allResolutions } from '../jira/configuration/resolution';
import { pushWork } from '../queue/facts-queue';
import { chooseResolutions } from '../store/resolutions';
import type { Handler } from './define';

/** The site's resolutions with what each means; English names of former versions count until somebody chooses. */
export const resolutionsRead: Handler<'resolutions.read'> = async (_input, { configuration }) => ({
  resolutions: (await allResolutions()).map(({ id, name }) => ({
    id,
    name,
    meaning: configuration.resolutions[id] ?? null,
    proposal: proposedMeaning(name),
  })),
});

/** Keeps the choice and has every issue read again, for what is done may be so no longer. */
export const resolutionsChoose: Handler<'resolutions.choose'> = async ({ meanings }, { now }) => {
  await chooseResolutions(meanings, now());
  await pushWork([{ kind: 'reconcile', scope: 'full' }]);
  return { accepted: true };
};
