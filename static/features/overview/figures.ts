import type { Output } from '../../../src/contract/procedures';

/** The figures of a scope, as every part of the page reads them. */
export type Figures = Output<'coverage.overview'>;
