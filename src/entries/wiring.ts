import { getAppContext } from '@forge/api';
import { catalogue } from '../../controls';
import type { Context } from '../context';
import { timeZone } from '../domain/time-zone';
import { createLog } from '../log';
import { readConfiguration } from '../store/configuration';

const requirements = new Map(catalogue.requirements.map((requirement) => [requirement.id, requirement]));

/** Builds what a use case needs, once an invocation: nothing of one installation outlives it. */
export async function wire(): Promise<Context> {
  const context = getAppContext();
  const configuration = await readConfiguration();
  const zone = timeZone(configuration.timeZone);
  return {
    catalogue,
    requirements,
    configuration,
    now: () => Date.now(),
    zone,
    today: () => zone.dayOf(Date.now()),
    random: Math.random,
    remaining: () => context.invocationRemainingTimeInMillis(),
    log: createLog(context.invocationId),
  };
}
