import type { Caller, Product } from '../seam';

// biome-ignore lint/suspicious/noExplicitAny: answers are JSON that the checks have already checked against their schemas.
export type Json = any;

export interface Answer {
  readonly status: number;
  readonly body: Json;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Asking {
  call(method: string, path: string, body?: unknown, caller?: Caller): Promise<Answer>;
  /** As `call`, and fails where the status is an error. */
  done(method: string, path: string, body?: unknown, caller?: Caller): Promise<Json>;
}

/**
 * Ways to ask a product by REST, each of which fails on whatever a check has found.
 * @param pathOf the whole path of one as tests write it
 * @param problems what the checks find; emptied when it is told
 */
export function asking(
  product: Pick<Product, 'handle'>,
  pathOf: (path: string) => string,
  problems: string[],
  administrator: Caller,
): Asking {
  const call: Asking['call'] = async (method, path, body, caller = administrator) => {
    const answer = await product.handle({
      method,
      path: pathOf(path),
      headers: {},
      body: body === undefined ? null : JSON.stringify(body),
      caller,
    });
    if (problems.length > 0) throw new Error(problems.splice(0).join('\n'));
    return {
      status: answer.status,
      headers: answer.headers,
      body: answer.body === null ? null : JSON.parse(answer.body),
    };
  };
  return {
    call,
    async done(method, path, body, caller) {
      const answer = await call(method, path, body, caller);
      if (answer.status >= 400)
        throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
      return answer.body;
    },
  };
}
