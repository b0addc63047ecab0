import type { Page } from 'playwright-core';
import { macroNode } from '../../../local/host/macros/node';
import { enrol } from './enrol';
import type { RunningSite } from './running-site';

const MACROS = [
  ['aims-clause-coverage', 'Clause coverage'],
  ['aims-control-status', 'Control status'],
  ['aims-register', 'AI system register'],
  ['aims-risk-matrix', 'Risk matrix'],
  ['aims-nonconformities', 'Nonconformities'],
] as const;

/** Where a project that was enrolled a moment ago is looked at; paths of the site. */
export interface EmptyProject {
  projectId: string;
  dashboard: string;
  issue: string;
  wiki: string;
}

/** Enrols the new project NEW, with one unlinked task, a dashboard with its gadget and a page with its macros. */
export async function createEmptyProject(site: RunningSite, page: Page): Promise<EmptyProject> {
  const { id } = await site.rest<{ id: number }>('POST', '/project', {
    key: 'NEW',
    name: 'New product',
    projectTypeKey: 'business',
    leadAccountId: 'admin',
  });
  const projectId = String(id);
  await enrol(page, projectId);
  return {
    projectId,
    dashboard: await createDashboard(site, projectId),
    issue: await createTask(site, projectId),
    wiki: await createPage(site, page, projectId),
  };
}

/** A dashboard with the app's gadget, which shows a project. @returns its address below the site's */
export async function createDashboard({ rest }: RunningSite, projectId: string): Promise<string> {
  const { gadgets } = await rest<{ gadgets: { moduleKey: string }[] }>('GET', '/dashboard/gadgets');
  const shares = { sharePermissions: [], editPermissions: [] };
  const { id } = await rest<{ id: string }>('POST', '/dashboard', { name: 'New product', ...shares });
  const gadget = await rest<{ id: number }>('POST', `/dashboard/${id}/gadget`, gadgets[0]);
  await rest('PUT', `/dashboard/${id}/items/${gadget.id}/properties/gadgetConfiguration`, { projectId });
  return `/dashboards/${id}`;
}

async function createTask({ rest }: RunningSite, projectId: string): Promise<string> {
  const fields = { project: { id: projectId }, issuetype: { name: 'Task' }, summary: 'Begin' };
  const { key } = await rest<{ key: string }>('POST', '/issue', { fields });
  return `/browse/${key}`;
}

async function createPage({ wiki }: RunningSite, page: Page, projectId: string): Promise<string> {
  const space = await wiki<{ id: string }>('POST', '/api/v2/spaces', { key: 'NEW', name: 'New product' });
  const app = await page.evaluate(async () => (await fetch('/local/app')).json());
  const config = { scope: `project:${projectId}` };
  const content = MACROS.map(([key, title]) =>
    macroNode(app, { key, title, layout: 'block' }, { localId: crypto.randomUUID(), config }),
  );
  const { id } = await wiki<{ id: string }>('POST', '/api/v2/pages', {
    spaceId: space.id,
    status: 'current',
    title: 'Where the new product stands',
    body: { representation: 'atlas_doc_format', value: JSON.stringify({ type: 'doc', version: 1, content }) },
  });
  return `/wiki/content/${id}`;
}
