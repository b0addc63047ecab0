import type { Context } from '../context';
import type { Caller } from '../contract/access';
import type { Input, Output, ProcedureName, Procedures } from '../contract/procedures';

/**
 * What answers a procedure of the contract: parsed input, the invocation's context, and who calls, already let through.
 * It names of the context what it needs, so that a reader sees what an answer can hang on.
 *
 * @throws AppError an error of the registry; anything else is a fault of the app and is answered as `internal`
 */
export type UseCase<Name extends ProcedureName, Needs extends keyof Context = keyof Context> = (
  input: Input<Name>,
  context: Pick<Context, Needs>,
  caller: Caller<Procedures[Name]['access']['kind']>,
) => Promise<Output<Name>>;
