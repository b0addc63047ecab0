import fc from 'fast-check';

/**
 * Where chance begins: in CI by the commit's hash, so that what was found there is found again, elsewhere another in each
 * run; fast-check prints it with what it found. `LAW_SEED=7 npx jest test/static/routes` lives one again.
 */
export const SEED = Number(process.env.LAW_SEED ?? Date.now() % 2 ** 31);

fc.configureGlobal({ seed: SEED });

export default fc;
