import { randomUUID } from 'node:crypto';
import Resolver from '@forge/resolver';
import type { SignedCaller } from '../confluence/reader';
import { type Envelope, type Input, type Output, type ProcedureName, procedures } from '../contract/procedures';
import { AppError } from '../errors';
import { migrate } from '../store/schema/migrate';
import type { UseCase } from '../usecases/use-case';
import { inputWords } from '../words/errors/details';
import { authorise } from './authorise';
import { told } from './failure';
import { isLicensed } from './licence';
import { requireSamePlace } from './same-place';
import { wire } from './wiring';

/** What the platform says of somebody without a login (developer.atlassian.com/platform/forge/access-to-forge-apps-for-unlicensed-users). */
const NOBODY = 'unidentified';

export type UseCases<Names extends ProcedureName> = { [Name in Names]: UseCase<Name> };

/** The procedures of one resolver function, as Forge calls them. Administrators' procedures live in one of their own. */
export function defineProcedures<Names extends ProcedureName>(
  useCases: UseCases<Names>,
): ReturnType<Resolver['getDefinitions']> {
  const resolver = new Resolver();
  for (const name of Object.keys(useCases) as Names[]) {
    resolver.define(name, ({ payload, context }) =>
      answer(name, useCases[name], payload, {
        accountId: accountOf(context.accountId),
        accountType: context.accountType,
        place: context.extension,
      }),
    );
  }
  return resolver.getDefinitions();
}

/** For every procedure in this order: the place that it comes from, access, the form of the input, the licence, run, the form of the output, envelope. */
async function answer<Name extends ProcedureName>(
  name: Name,
  run: UseCase<Name>,
  payload: unknown,
  { place, ...signed }: Omit<SignedCaller, 'moduleType'> & { place: { type?: unknown } | undefined },
): Promise<Envelope<Output<Name>>> {
  try {
    const { access, ...procedure } = procedures[name];
    const input = procedure.input.safeParse(payload ?? {});
    if (input.success) requireSamePlace(input.data, place);
    const caller = await authorise(access, input.success ? input.data : null, { ...signed, moduleType: place?.type });
    if (!input.success) throw new AppError('input-invalid', { detail: inputWords(input.error.issues) });
    if (procedure.licensed && !isLicensed()) throw new AppError('licence-ended');
    await migrate();
    const output = await run(input.data as Input<Name>, await wire(), caller as Parameters<typeof run>[2]);
    return { ok: true, data: procedure.output.parse(output) as Output<Name> };
  } catch (error) {
    return failure(name, error);
  }
}

const accountOf = (accountId: unknown): string | null =>
  typeof accountId === 'string' && accountId !== NOBODY ? accountId : null;

function failure(name: string, error: unknown): Envelope<never> {
  const ref = randomUUID().slice(0, 8);
  return { ok: false, error: { ...told(error, 'procedure-failed', { procedure: name, ref }), ref } };
}
