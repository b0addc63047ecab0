import type { Directory } from '../../seam';
import type { Installation, Invoker } from '../invoker';
import { accountTypeOf, UNIDENTIFIED } from '../licence';
import type { Limits } from '../limits';
import type { Manifest } from '../manifest';
import { InvocationFailed } from '../worker/pool';

/** A call of a resolver, as the front end's bridge makes it. */
export interface Invoke {
  /** Manifest key of the module. */
  module: string;
  /** Key of the resolver's definition. */
  key: string;
  payload?: unknown;
  accountId: string | null;
  extension?: Record<string, unknown>;
  /** The reader's language, `en-US` without it. */
  locale?: string;
  /** Which of several instances on a page. */
  localId?: string;
}

/** Gives the function that runs resolvers of modules, with the sizes that the bridge allows. */
export function createInvoke(
  manifest: Manifest,
  limits: Limits,
  installation: Installation,
  invoker: Invoker,
  siteUrl: string,
  directory: Directory,
): (call: Invoke) => Promise<unknown> {
  return async ({ module: key, key: functionKey, payload, accountId, extension = {}, locale = 'en-US', localId }) => {
    const module = manifest.modules.get(key);
    if (!module?.resolver) throw new Error(`Module ${key} has no resolver function in manifest.yml.`);
    if (size(payload) > limits.invokeRequestBytes)
      throw new Error(`The request has more than ${limits.invokeRequestBytes} bytes.`);
    const context = {
      accountId: accountId ?? UNIDENTIFIED,
      accountType: accountTypeOf(directory, accountId, module.type),
      cloudId: installation.cloudId,
      siteUrl,
      environmentId: installation.environmentId,
      environmentType: 'DEVELOPMENT',
      localId:
        localId ?? `ari:cloud:ecosystem::extension/${manifest.appId}/${installation.environmentId}/static/${key}`,
      moduleKey: key,
      locale,
      timezone: 'UTC',
      license: invoker.license(),
      extension: { type: module.type, ...extension },
    };
    const call = { functionKey, payload };
    const result = await invoker
      .run({
        functionKey: module.resolver.function,
        moduleKey: key,
        kind: 'resolver',
        accountId,
        key: functionKey,
        payload: { call, context },
      })
      .catch((error: unknown) => {
        if (!(error instanceof InvocationFailed)) throw error;
        // The bridge rejects with the message of what the function threw (custom-ui-bridge/invoke).
        throw new Error(
          error.reason === 'threw' ? error.message : `There was an error invoking the function - ${error.message}`,
        );
      });
    if (size(result) > limits.invokeResponseBytes)
      throw new Error(`The response has more than ${limits.invokeResponseBytes} bytes.`);
    return result;
  };
}

function size(value: unknown): number {
  return value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value) ?? '');
}
