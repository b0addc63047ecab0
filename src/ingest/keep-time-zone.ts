import { siteTimeZone } from '../jira/site';
import { changeConfiguration, readConfiguration } from '../store/configuration';

/** Keeps the site's time zone as Jira tells it: at set-up and every night. It holds from the next invocation on. */
export async function keepTimeZone(): Promise<void> {
  const timeZone = await siteTimeZone();
  if (timeZone === null || timeZone === (await readConfiguration()).timeZone) return;
  await changeConfiguration((before) => ({ ...before, timeZone }));
}
