import type { Frame, Page } from 'playwright-core';
import type { RunningSite } from '../e2e/harness/running-site';

/** A view of the app as a person opens it. */
export interface View {
  name: string;
  kind: 'page' | 'macro';
  address: string;
  /** Frames of the app that it has to draw. */
  frames: number;
}

const MACROS = ['clause-coverage', 'control-status', 'register', 'risk-matrix', 'nonconformities'] as const;
const TABS = ['requirements', 'systems', 'matrix', 'risks', 'nonconformities'] as const;
const PATIENCE_MS = 60_000;
const LOOK_MS = 20;

interface Node {
  type: string;
  attrs?: { extensionKey?: string };
}
interface Written {
  id: string;
  spaceId: string;
  title: string;
  body: { atlas_doc_format: { value: string } };
}

/** The sample organisation's pages for measuring: one for each macro, one with all six, and an empty one. */
export async function writePages(site: RunningSite): Promise<{ macros: View[]; six: View; empty: View }> {
  const { results } = await site.wiki<{ results: Written[] }>(
    'GET',
    '/api/v2/pages?body-format=atlas_doc_format&limit=100',
  );
  const titled = (title: string) => {
    const page = results.find((candidate) => candidate.title === title);
    if (!page) throw new Error(`The sample organisation has no page ${title}.`);
    return page;
  };
  const whereWeStand = titled('Where we stand');
  const policy = titled('AI Policy');
  const nodes = [...contentOf(whereWeStand), ...contentOf(policy)];
  const write = async (title: string, content: readonly Node[]): Promise<string> => {
    const page = await site.wiki<{ id: string }>('POST', '/api/v2/pages', {
      spaceId: whereWeStand.spaceId,
      status: 'current',
      title,
      body: {
        representation: 'atlas_doc_format',
        value: JSON.stringify({ type: 'doc', version: 1, content }),
      },
    });
    return `/wiki/spaces/AIMS/pages/${page.id}`;
  };
  const macros: View[] = [];
  for (const macro of MACROS) {
    const own = nodes.filter((node) => node.attrs?.extensionKey?.endsWith(`aims-${macro}`));
    if (own.length !== 1) throw new Error(`The page Where we stand has ${own.length} macros aims-${macro}.`);
    macros.push({ name: `macro ${macro}`, kind: 'macro', address: await write(`Bench ${macro}`, own), frames: 1 });
  }
  macros.push({ name: 'macro policy', kind: 'macro', address: `/wiki/spaces/AIMS/pages/${policy.id}`, frames: 1 });
  return {
    macros,
    six: { name: 'six macros', kind: 'macro', address: await write('Bench all', nodes), frames: 6 },
    empty: { name: 'empty page', kind: 'macro', address: await write('Bench empty', []), frames: 0 },
  };
}

const contentOf = (page: Written): Node[] =>
  (JSON.parse(page.body.atlas_doc_format.value) as { content: Node[] }).content;

/** The app's pages in Jira. */
export async function pagesOf(site: RunningSite): Promise<View[]> {
  const { issues } = await site.rest<{ issues: { key: string }[] }>('POST', '/search/jql', {
    jql: 'project = UW ORDER BY key',
    fields: ['summary'],
    maxResults: 1,
  });
  const page = (name: string, address: string): View => ({ name, kind: 'page', address, frames: 1 });
  return [
    page('overview', '/projects/UW/apps/aims-project'),
    page('admin', '/admin/apps/aims-admin'),
    page('leadership', '/apps/aims-global'),
    page('issue-context', `/browse/${issues[0]?.key}`),
  ];
}

/** The other tabs of the project's page: their calls are measured, their chunks come when they are opened. */
export const TAB_VIEWS: readonly View[] = TABS.map((tab) => ({
  name: `tab ${tab}`,
  kind: 'page',
  address: `/projects/UW/apps/aims-project?tab=${tab}`,
  frames: 1,
}));

/** Opens a view and waits until its figures are drawn. @returns milliseconds */
export async function open(page: Page, site: RunningSite, view: View): Promise<number> {
  const since = performance.now();
  await page.goto(site.origin + view.address, { timeout: PATIENCE_MS });
  await page.waitForSelector(view.kind === 'macro' ? 'h1' : 'iframe');
  if (view.kind === 'macro')
    await page.waitForFunction((count) => document.querySelectorAll('iframe').length >= count, view.frames);
  const elements = await page.$$('iframe');
  const frames = await Promise.all(elements.map((element) => element.contentFrame()));
  await Promise.all(frames.map((frame) => frame && drawn(frame)));
  return performance.now() - since;
}

/** Nothing in the frame says any more that it is waiting. Looked at by the clock: a frame out of view paints nothing. */
async function drawn(frame: Frame): Promise<void> {
  await frame.waitForFunction(
    () =>
      (document.querySelector('#root')?.textContent?.length ?? 0) > 20 &&
      !document.querySelector('[data-testid=waiting]'),
    undefined,
    { timeout: PATIENCE_MS, polling: LOOK_MS },
  );
}
