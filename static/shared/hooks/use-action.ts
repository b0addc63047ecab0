import type { Input, Output, ProcedureName } from '../../../src/contract/procedures';
import { call } from '../bridge/call';
import { useTask } from './use-task';

/** A procedure that is called because somebody pressed a button. `run` answers the data, or null when it failed. */
export const useAction = <Name extends ProcedureName>(name: Name) =>
  useTask<Input<Name>, Output<Name>>((input) => call(name, input));
