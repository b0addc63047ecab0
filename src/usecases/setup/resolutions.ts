import { proposedMeaning } from '../../domain/vocabulary/resolution';
import { allResolutions } from '../../jira/configuration/resolution';
import { pushWork } from '../../queue/facts-queue';
import { chooseResolutions } from '../../store/resolutions';
import type { UseCase } from '../use-case';

/** The site's resolutions with what each means; English names of former versions count until somebody chooses. */
export const resolutionsRead: UseCase<'resolutions.read', 'configuration'> = async (_input, { configuration }) => ({
  resolutions: (await allResolutions()).map(({ id, name }) => ({
    id,
    name,
    meaning: configuration.resolutions[id] ?? null,
    proposal: proposedMeaning(name),
  })),
});

/** Keeps the choice and has every issue read again, for what is done may be so no longer. */
export const resolutionsChoose: UseCase<'resolutions.choose', 'now'> = async ({ meanings }, { now }) => {
  await chooseResolutions(meanings, now());
  await pushWork([{ kind: 'reconcile', scope: 'full' }]);
  return { accepted: true };
};
