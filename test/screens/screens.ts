import type { Frame, Page } from 'playwright-core';
import type { PersonKind } from './people';

/** A screen that has a picture: where it is, and what a person does there first. */
export interface Screen {
  name: string;
  path: string | ((origin: string) => Promise<string>);
  open?: (page: Page) => Promise<void>;
  /** The frame that is scrolled to, by its title. */
  at?: string;
  size?: { width: number; height: number };
  /** Who may come to it, for the sheet; without it the administrator alone. */
  people?: readonly PersonKind[];
}

const WITH_JIRA: readonly PersonKind[] = [
  'administrator',
  'manager',
  'approver',
  'member',
  'auditor',
  'without-figures',
];
const READERS: readonly PersonKind[] = [...WITH_JIRA.filter((kind) => kind !== 'without-figures'), 'confluence-alone'];
const EVERYBODY: readonly PersonKind[] = [...READERS, 'anonymous'];

const PROJECT = '/projects/UW/apps/aims-project';
/** Where more than a screen's height is worth seeing. */
const TALL = { width: 1280, height: 1600 };
const ADMIN = '/admin/apps/aims-admin';

async function frameOf(page: Page, title?: string): Promise<Frame> {
  const element = await page.waitForSelector(title ? `iframe[title="${title}"]` : 'iframe');
  const frame = await element.contentFrame();
  if (!frame) throw new Error('The frame has no content.');
  return frame;
}

async function asAdministrator<T>(address: string): Promise<T> {
  const authorization = `Basic ${Buffer.from('admin:local').toString('base64')}`;
  return (await (await fetch(address, { headers: { authorization } })).json()) as T;
}

/** The address of a page of the sample organisation, by its title. */
const wikiPage = (title: string) => async (origin: string) => {
  const { results } = await asAdministrator<{ results: { id: string }[] }>(
    `${origin}/wiki/api/v2/pages?title=${encodeURIComponent(title)}`,
  );
  return `/wiki/content/${results[0]?.id}`;
};

/** The address of an issue of the sample organisation, by its summary. */
const issueNamed = (summary: string) => async (origin: string) => {
  const jql = encodeURIComponent(`summary ~ "${summary}"`);
  const { issues } = await asAdministrator<{ issues: { key: string }[] }>(
    `${origin}/rest/api/3/search/jql?fields=summary&jql=${jql}`,
  );
  return `/browse/${issues[0]?.key}`;
};

export const SCREENS: readonly Screen[] = [
  { name: 'overview', path: PROJECT, people: WITH_JIRA },
  {
    name: 'requirements',
    path: `${PROJECT}/overview/requirements`,
    people: WITH_JIRA,
  },
  {
    name: 'requirement',
    path: PROJECT,
    async open(page) {
      await (await frameOf(page)).click('[data-requirement="A.6.2.4"]');
    },
    size: { width: 1280, height: 2300 },
    people: WITH_JIRA,
  },
  { name: 'systems', path: `${PROJECT}/systems`, people: WITH_JIRA },
  {
    name: 'system',
    path: `${PROJECT}/systems`,
    async open(page) {
      await (await frameOf(page)).click('button:has-text("Motor tariff model")');
    },
    size: TALL,
    people: WITH_JIRA,
  },
  {
    name: 'triage',
    path: `${PROJECT}/systems`,
    async open(page) {
      const frame = await frameOf(page);
      await frame.click('button:has-text("Flood exposure")');
      await frame.click('button:has-text("Triage: is a full impact assessment needed")');
    },
    size: TALL,
    people: WITH_JIRA,
  },
  {
    name: 'in-common',
    path: issueNamed('One logging platform for all AI systems'),
    open: async (page) => (await frameOf(page, 'AIMS')).click('button:has-text("Met in common")'),
    size: TALL,
    people: WITH_JIRA,
  },
  { name: 'conclusions', path: '/apps/aims-global/requirements/7.2', size: TALL, people: WITH_JIRA },
  {
    name: 'conclusion-form',
    path: '/apps/aims-global/requirements/7.2',
    open: async (page) => (await frameOf(page)).click('button:has-text("Record a conclusion")'),
    size: TALL,
    people: ['auditor'],
  },
  { name: 'matrix', path: `${PROJECT}/systems/matrix`, people: WITH_JIRA },
  { name: 'risks', path: `${PROJECT}/risks`, people: WITH_JIRA },
  { name: 'statement', path: '/apps/aims-global/statement', size: TALL, people: WITH_JIRA },
  { name: 'criteria', path: '/apps/aims-global/criteria', size: TALL, people: WITH_JIRA },
  { name: 'figure-settings', path: '/apps/aims-global/settings', size: TALL, people: WITH_JIRA },
  { name: 'nonconformities', path: `${PROJECT}/work`, people: WITH_JIRA },
  { name: 'leadership', path: '/apps/aims-global', people: WITH_JIRA },
  { name: 'needs', path: '/apps/aims-global/needs', people: WITH_JIRA },
  { name: 'first-steps', path: '/apps/aims-global/first-steps', people: ['administrator', 'member'] },
  { name: 'issue-panel', path: '/browse/UW-50', size: { width: 1280, height: 1200 }, people: WITH_JIRA },
  { name: 'setup', path: ADMIN },
  {
    name: 'plan',
    path: ADMIN,
    async open(page) {
      const frame = await frameOf(page);
      await frame.click('button:has-text("Set up a project")');
      await frame.click('#project');
      await frame.click('[role=option]:has-text("Pricing")');
      await frame.click('button:has-text("Show the plan")');
      await frame.waitForSelector('text=steps change Jira');
    },
    size: TALL,
  },
  { name: 'import', path: `${ADMIN}/import` },
  { name: 'people', path: `${ADMIN}/people` },
  { name: 'settings', path: `${ADMIN}/settings` },
  { name: 'health', path: `${ADMIN}/health` },
  {
    name: 'dashboard',
    path: '/dashboards',
    async open(page) {
      await page.getByRole('button', { name: 'Create dashboard' }).click();
      await page.fill('#dashboard-name', 'AI in underwriting');
      await page.getByRole('button', { name: 'Create', exact: true }).last().click();
      await page.waitForURL(/\/dashboards\/\d+$/);
      for (const [index, scope] of ['Underwriting', 'Claims'].entries()) {
        await page.getByRole('button', { name: 'Add gadget' }).click();
        await page.getByRole('menuitem', { name: 'AIMS coverage' }).click();
        const form = await frameOf(page, 'Configure AIMS coverage');
        await form.click('#gadget-scope');
        await form.click(`[role=option]:has-text("${scope}")`);
        await form.getByRole('button', { name: 'Save' }).click();
        await page.frameLocator('iframe[title="AIMS coverage"]').nth(index).locator('[data-testid=gadget]').waitFor();
      }
    },
  },
  { name: 'board', path: '/projects/UW/board' },
  { name: 'policy', path: wikiPage('AI Policy'), people: EVERYBODY },
  { name: 'clause-coverage', path: wikiPage('Where we stand'), people: READERS },
  { name: 'control-status', path: wikiPage('Where we stand'), at: 'Control status', people: READERS },
  { name: 'register', path: wikiPage('Where we stand'), at: 'AI system register', people: READERS },
  { name: 'risk-matrix', path: wikiPage('Where we stand'), at: 'Risk matrix', people: READERS },
  {
    name: 'nonconformities-macro',
    path: wikiPage('Where we stand'),
    at: 'Nonconformities',
    people: READERS,
  },
  {
    name: 'editor',
    path: wikiPage('Where we stand'),
    async open(page) {
      await page.getByRole('button', { name: 'Edit', exact: true }).click();
      await page.waitForSelector('.ProseMirror');
    },
  },
  {
    name: 'macro-settings',
    path: wikiPage('Where we stand'),
    async open(page) {
      await page.getByRole('button', { name: 'Edit', exact: true }).click();
      await page.getByRole('button', { name: 'Configure Control status', exact: true }).click();
      await page.waitForSelector('[role=dialog] iframe');
    },
  },
  {
    name: 'under-the-hood',
    path: PROJECT,
    async open(page) {
      await page.getByRole('button', { name: 'Under the hood' }).click();
      await page.getByRole('tab', { name: 'Invocations' }).click();
    },
  },
];
