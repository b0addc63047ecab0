import type { Output } from '../../../src/contract/procedures';

/** One requirement, with why it stands as it does. */
export type Detail = Output<'coverage.requirement'>;
