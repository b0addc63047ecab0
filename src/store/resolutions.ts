import { jirasOwnMeaning } from '../domain/vocabulary/resolution';
import { type Configuration, meaningsOfResolutions } from './configuration';

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
    const meanings = meaningsOfResolutions({ ...before, resolutions });
    return {
      ...before,
      resolutions,
      unansweredResolutions: found.map(({ id }) => id).filter((id) => meanings[id] === undefined),
      negativeResolutions: [],
    };
  };
