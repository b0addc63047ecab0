import type { Output } from '../../../src/contract/procedures';

/** What the panel beside an issue says of it. */
export type Context = Output<'issue.context'>;
