import type { Input, Output, ReadingName } from '../../../src/contract/procedures';
import { call } from '../bridge/call';
import { type Reading, type ReadingOptions, useReading } from './use-reading';

/** Reads a procedure of the app: read again when the input changes and on `retry`. */
export const useProcedure = <Name extends ReadingName>(
  name: Name,
  input: Input<Name>,
  options: ReadingOptions<Output<Name>> = {},
): { reading: Reading<Output<Name>>; retry: () => void } => useReading([name, input], () => call(name, input), options);
