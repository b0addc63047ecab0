import { getAppContext } from '@forge/api';
import { catalogue } from '../controls';
import type { Ingest } from './ingest/collaborators';
import { createLog } from './log';
import { readConfiguration } from './store/configuration';

const requirements = new Map(catalogue.requirements.map((requirement) => [requirement.id, requirement]));

/** Builds what a use case needs, once an invocation: nothing of one installation outlives it. */
export async function wire(): Promise<Ingest> {
  const context = getAppContext();
  return {
    catalogue,
    requirements,
    configuration: await readConfiguration(),
    now: () => Date.now(),
    random: Math.random,
    remaining: () => context.invocationRemainingTimeInMillis(),
    log: createLog(context.invocationId),
  };
}
