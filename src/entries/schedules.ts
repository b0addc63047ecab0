import { isWorkDue } from '../ingest/settle';
import { pushWork } from '../queue/facts-queue';
import { migrate } from '../store/schema/migrate';

/** Every five minutes: what was asked for and not done, and what is due by now. */
export const settle = async (): Promise<void> => {
  if (await isWorkDue(Date.now())) await pushWork([{ kind: 'settle' }]);
};

/** Once a night: what events did not tell. */
export const nightly = async (): Promise<void> => pushWork([{ kind: 'reconcile', scope: 'changed' }]);

/** When the app is installed or upgraded. */
export const onLifecycle = async (): Promise<void> => migrate();
