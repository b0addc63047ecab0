import type { Failure } from '../bridge/failure';
import texts from './text.module.css';

/** What went wrong, what to do about it, and the reference for whoever reads the log. */
export function FailureWords({ error, isRefusal = false }: Pick<Failure, 'error' | 'isRefusal'>) {
  return (
    <>
      <p>{error.message}</p>
      <p>{error.remedy}</p>
      {error.ref !== null && !isRefusal && <p className={texts.subtle}>Reference {error.ref}</p>}
    </>
  );
}
