import { getAppContext } from '@forge/api';
import { catalogue, type Requirement } from '../../controls';
import type { Context } from '../context';
import type { Settings } from '../domain/decision/decision';
import { RISK_ASSESSMENT } from '../domain/requirement/named';
import { timeZone } from '../domain/time-zone';
import { createLog } from '../log';
import { readConfiguration } from '../store/configuration';

/** Builds what a use case needs, once an invocation: nothing of one installation outlives it. */
export async function wire(): Promise<Context> {
  const context = getAppContext();
  const configuration = await readConfiguration();
  const zone = timeZone(configuration.timeZone);
  const requirements = requirementsFor(configuration.settings);
  return {
    catalogue: { ...catalogue, requirements },
    requirements: new Map(requirements.map((requirement) => [requirement.id, requirement])),
    configuration,
    now: () => Date.now(),
    zone,
    today: () => zone.dayOf(Date.now()),
    random: Math.random,
    remaining: () => context.invocationRemainingTimeInMillis(),
    log: createLog(context.invocationId),
  };
}

/**
 * The catalogue's requirements, for each of which the approved settings may say for how long evidence counts; of an assessment of risks
 * the approved criteria do (8.2).
 */
function requirementsFor({ criteria, intervals }: Settings): Requirement[] {
  const own: Readonly<Record<string, number>> = {
    ...intervals,
    ...(criteria.approved === null ? {} : { [RISK_ASSESSMENT]: criteria.assessedFor }),
  };
  return catalogue.requirements.map((requirement) => {
    const validForMonths = own[requirement.id];
    return validForMonths === undefined ? requirement : { ...requirement, validForMonths };
  });
}
