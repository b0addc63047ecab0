import { jirasOwnMeaning } from '../domain/vocabulary/resolution';
import { type Configuration, changeConfiguration } from './configuration';

/**
 * Takes notice of the site's resolutions: the names that meant "not done" become ids, once, and Jira's own have their meaning; what
 * has none yet is noted to be asked for.
 */
export const noticeResolutions =
  (found: readonly { id: string; name: string }[]) =>
  (before: Configuration): Configuration => {
    const known = found.filter(({ name }) => before.negativeResolutions.includes(name));
    const resolutions = {
      ...Object.fromEntries(
        found.flatMap((one) => {
          const own = jirasOwnMeaning(one);
          return own === null ? [] : [[one.id, own] as const];
        }),
      ),
      ...Object.fromEntries(known.map(({ id }) => [id, 'not-done' as const])),
      ...before.resolutions,
    };
    return {
      ...before,
      resolutions,
      unansweredResolutions: found.map(({ id }) => id).filter((id) => resolutions[id] === undefined),
      negativeResolutions: [],
    };
  };

/** Keeps what the administrator chose. @param at epoch milliseconds: whatever was read before is to be read again */
export async function chooseResolutions(chosen: Configuration['resolutions'], at: number): Promise<void> {
  await changeConfiguration((before) => ({
    ...before,
    resolutions: { ...before.resolutions, ...chosen },
    readAllSince: at,
    unansweredResolutions: before.unansweredResolutions.filter((id) => chosen[id] === undefined),
    negativeResolutions: [],
  }));
}
