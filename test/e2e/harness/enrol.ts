import type { Page } from 'playwright-core';
import { eventually } from './browser';

interface Answer<Data> {
  result?: { ok: boolean; data?: Data; error?: { message: string } };
  error?: { message: string };
}

interface Status {
  projects: { projectId: string; backfill: { finishedAt: number | null } | null }[];
}

const SET_UP_MS = 120_000;

/** Calls a procedure of the app as the person who is logged in in the page. @throws Error when it is refused */
export async function procedure<Data>(page: Page, moduleKey: string, name: string, payload: unknown): Promise<Data> {
  const answer = (await page.evaluate(
    async (body) => {
      const { csrf } = await (await fetch('/local/session')).json();
      const headers = { 'content-type': 'application/json', 'x-csrf-token': csrf };
      return (await fetch('/local/bridge', { method: 'POST', headers, body: JSON.stringify(body) })).json();
    },
    { command: 'invoke', moduleKey, functionKey: name, payload },
  )) as Answer<Data>;
  if (answer.result?.ok) return answer.result.data as Data;
  throw new Error(`${name}: ${answer.error?.message ?? answer.result?.error?.message ?? 'no answer'}`);
}

/** Plans, applies and waits until a project is enrolled and read. */
export async function enrol(page: Page, projectId: string): Promise<void> {
  const admin = <Data>(name: string, payload: unknown) => procedure<Data>(page, 'aims-admin', name, payload);
  const choices = { sharedSchemes: 'copy', otherScreens: true };
  const { digest } = await admin<{ digest: string }>('setup.plan', { projectId, choices });
  const { runId } = await admin<{ runId: string }>('setup.apply', { projectId, choices, digest });
  await eventually(
    'the project is set up',
    async () => {
      const { state } = await admin<{ state: string }>('setup.progress', { runId });
      if (state === 'failed') throw new Error('The set-up failed.');
      return state === 'done';
    },
    SET_UP_MS,
  );
  await eventually('the project is read', async () => {
    const { projects } = await admin<Status>('setup.status', {});
    return projects.some((one) => one.projectId === projectId && one.backfill?.finishedAt != null);
  });
}
