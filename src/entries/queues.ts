import type { InvocationError } from '@forge/events';
import { consumeWork } from '../ingest/consume';
import { consumeSetup } from '../usecases/setup/work';
import { wire } from './wiring';

/** The one writer of facts and cells. @returns an InvocationError when the event must come again */
export const factsWriter = async (event: { body: unknown }): Promise<InvocationError | undefined> =>
  consumeWork(event.body, await wire());

/** Set-up and imports, a piece at a time. */
export const setupWorker = async (event: { body: unknown }): Promise<void> => consumeSetup(event.body, await wire());
