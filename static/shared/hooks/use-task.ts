import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { CallError } from '../bridge/call-error';

export type Action<Data> =
  | { state: 'idle' }
  | { state: 'working' }
  | { state: 'failed'; error: CallError }
  | { state: 'done'; data: Data };

/** Work that is done because somebody pressed a button. `run` answers the data, or null when it failed. */
export function useTask<Given, Data>(work: (given: Given) => Promise<Data>) {
  const task = useMutation<Data, CallError, Given>({ mutationFn: work });
  return {
    action: actionOf(task),
    reset: task.reset,
    async run(given: Given): Promise<Data | null> {
      try {
        return await task.mutateAsync(given);
      } catch (error) {
        if (error instanceof CallError) return null;
        throw error;
      }
    },
  };
}

function actionOf<Data, Given>(task: UseMutationResult<Data, CallError, Given>): Action<Data> {
  if (task.isPending) return { state: 'working' };
  if (task.isError) return { state: 'failed', error: task.error };
  return task.isSuccess ? { state: 'done', data: task.data } : { state: 'idle' };
}
