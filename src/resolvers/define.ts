import { randomUUID } from 'node:crypto';
import Resolver from '@forge/resolver';
import {
  type Access,
  type Envelope,
  type Input,
  type Output,
  type ProcedureName,
  procedures,
} from '../contract/procedures';
import { AppError, ERRORS, type ErrorCode } from '../errors';
import type { Ingest } from '../ingest/collaborators';
import { hasAppPermission, mayAdminister, mayBrowseIssue, mayBrowseProject } from '../jira/permission';
import { describeError } from '../log';
import { migrate } from '../store/migrations';
import { wire } from '../wiring';

/** Who calls, as the platform says; never as the payload says. */
export interface Caller {
  accountId: string;
}

export type Handler<Name extends ProcedureName> = (
  input: Input<Name>,
  collaborators: Ingest,
  caller: Caller,
) => Promise<Output<Name>>;

export type Handlers<Names extends ProcedureName> = { [Name in Names]: Handler<Name> };

/** The procedures of one resolver function, as Forge calls them. Administrators' procedures live in one of their own. */
export function defineProcedures<Names extends ProcedureName>(
  handlers: Handlers<Names>,
): ReturnType<Resolver['getDefinitions']> {
  const resolver = new Resolver();
  for (const name of Object.keys(handlers) as Names[]) {
    resolver.define(name, ({ payload, context }) =>
      answer(name, handlers[name], payload, context.accountId as string | undefined),
    );
  }
  return resolver.getDefinitions();
}

/** For every procedure in this order: the form of the input, access, run, the form of the output, envelope. */
async function answer<Name extends ProcedureName>(
  name: Name,
  handler: Handler<Name>,
  payload: unknown,
  accountId: string | undefined,
): Promise<Envelope<Output<Name>>> {
  try {
    const procedure = procedures[name];
    const input = procedure.input.safeParse(payload ?? {});
    if (!accountId || !(await mayCall(procedure.access, input.success ? input.data : {})))
      throw new AppError('not-allowed');
    if (!input.success) throw new AppError('input-invalid', { detail: wordsOf(input.error.issues) });
    await migrate();
    const output = await handler(input.data as Input<Name>, await wire(), { accountId });
    return { ok: true, data: procedure.output.parse(output) as Output<Name> };
  } catch (error) {
    return failure(name, error);
  }
}

async function mayCall(access: Access, input: unknown): Promise<boolean> {
  const { projectId, issueId } = input as { projectId?: string | null; issueId?: string };
  switch (access) {
    case 'figures':
      return projectId ? mayBrowseProject(projectId) : hasAppPermission('view-figures');
    case 'system':
    case 'issue':
      return issueId !== undefined && mayBrowseIssue(issueId);
    case 'decide':
      return hasAppPermission('decide-aims');
    case 'audit':
      return hasAppPermission('audit-aims');
    case 'everybody':
      return true;
    case 'administer':
      return mayAdminister();
  }
}

function wordsOf(issues: readonly { path: PropertyKey[]; message: string }[]): string {
  return issues
    .slice(0, 3)
    .map((issue) => `${issue.path.join('.') || 'input'}: ${issue.message}`)
    .join('; ');
}

function failure(name: string, error: unknown): Envelope<never> {
  const ref = randomUUID().slice(0, 8);
  const code: ErrorCode = error instanceof AppError ? error.code : 'internal';
  const message = error instanceof AppError ? error.message : ERRORS.internal.message;
  if (ERRORS[code].fault !== 'user') {
    console.error(
      JSON.stringify({
        level: 'error',
        event: 'procedure-failed',
        procedure: name,
        ref,
        code,
        ...describeError(error),
        cause: error instanceof Error && error.cause ? describeError(error.cause) : undefined,
      }),
    );
  }
  return { ok: false, error: { code, message, remedy: ERRORS[code].remedy, ref } };
}
