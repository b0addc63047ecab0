import type { ProductEvent } from '../seam';
import type { Installation, Invoker } from './invoker';
import type { Manifest } from './manifest';
import { InvocationFailed } from './worker/pool';

/** What the app is told of its installation, or of a new major version (events-reference/life-cycle). */
export function lifecycleEvent(
  event: 'installed' | 'upgraded',
  manifest: Manifest,
  installation: Installation,
): ProductEvent {
  return {
    name: `avi:forge:${event}:app`,
    payload: {
      id: installation.installationId,
      app: { id: `ari:cloud:ecosystem::app/${manifest.appId}`, version: '1.0.0', name: manifest.name },
      environment: { id: installation.environmentId },
    },
    causedByApp: false,
  };
}

/**
 * Runs the app's `preUninstall` functions, as nobody, one after the other; one that fails holds nothing up
 * (developer.atlassian.com/platform/forge/manifest-reference/modules/pre-uninstall-trigger).
 * @returns the keys of the modules that failed; the journal says why
 */
export async function runPreUninstall(
  manifest: Manifest,
  installation: Installation,
  invoker: Invoker,
): Promise<string[]> {
  const failed: string[] = [];
  for (const { key, function: functionKey } of manifest.preUninstall) {
    const payload = { context: { cloudId: installation.cloudId, moduleKey: key }, contextToken: '' };
    try {
      await invoker.run({ functionKey, moduleKey: key, kind: 'lifecycle', payload, accountId: null });
    } catch (error) {
      if (!(error instanceof InvocationFailed)) throw error;
      failed.push(key);
    }
  }
  return failed;
}
