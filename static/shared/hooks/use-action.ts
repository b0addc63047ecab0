import { useState } from 'react';
import type { Input, Output, ProcedureName } from '../../../src/contract/procedures';
import { call } from '../bridge/call';
import { CallError } from '../bridge/call-error';

export type Action<Data> =
  | { state: 'idle' }
  | { state: 'working' }
  | { state: 'failed'; error: CallError }
  | { state: 'done'; data: Data };

/** A procedure that is called because somebody pressed a button. `run` answers the data, or null when it failed. */
export function useAction<Name extends ProcedureName>(name: Name) {
  const [action, setAction] = useState<Action<Output<Name>>>({ state: 'idle' });
  return {
    action,
    reset: () => setAction({ state: 'idle' }),
    async run(input: Input<Name>): Promise<Output<Name> | null> {
      setAction({ state: 'working' });
      try {
        const data = await call(name, input);
        setAction({ state: 'done', data });
        return data;
      } catch (error) {
        if (!(error instanceof CallError)) throw error;
        setAction({ state: 'failed', error });
        return null;
      }
    },
  };
}
