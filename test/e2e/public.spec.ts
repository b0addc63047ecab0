import type { Browser, Page } from 'playwright-core';
import { faultsOfAccess } from './harness/access';
import { openBrowser, openPage, picture } from './harness/browser';
import { macroDrawn, namedFrame, wordsOf } from './harness/frames';
import { showFiguresTo } from './harness/readers';
import type { RunningSite } from './harness/running-site';
import { startSampleSite } from './harness/sample-site';
import { become } from './harness/shell';

/** 7.4: what people outside of the organisation see on a public page, and what not. */
const MACROS = ['Clause coverage', 'Control status', 'AI system register', 'Risk matrix', 'Nonconformities'] as const;
const NOTICE = 'These figures are shown to people who are logged in.';
/** Of the sample organisation's projects. */
const KEY = /\b(UW|CLAIM)-\d+/;

let site: RunningSite;
let browser: Browser;
let page: Page;
let faults: string[];
let publicPage = '';
/** People and titles of issues, none of which may leave the organisation. */
let inner: string[];

beforeAll(async () => {
  [site, browser] = await Promise.all([startSampleSite(), openBrowser()]);
  ({ page, faults } = await openPage(browser));
  publicPage = await publishMacros();
  inner = await innerNames();
  await page.goto(site.origin);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

/** Puts all macros of the page "Where we stand" on a page of the public space; its address. */
async function publishMacros(): Promise<string> {
  const spaces = await site.wiki<{ results: { id: string }[] }>('GET', '/api/v2/spaces?keys=PUBLIC');
  const { results } = await site.wiki<{ results: { body: { atlas_doc_format: { value: string } } }[] }>(
    'GET',
    '/api/v2/pages?title=Where%20we%20stand&body-format=atlas_doc_format',
  );
  const { id } = await site.wiki<{ id: string }>('POST', '/api/v2/pages', {
    spaceId: spaces.results[0]?.id,
    status: 'current',
    title: 'How far we are',
    body: { representation: 'atlas_doc_format', value: results[0]?.body.atlas_doc_format.value },
  });
  return `${site.origin}/wiki/content/${id}`;
}

async function innerNames(): Promise<string[]> {
  const people = await site.rest<{ displayName: string; accountType: string }[]>('GET', '/users/search?maxResults=100');
  const { issues } = await site.rest<{ issues: { fields: { summary: string } }[] }>('POST', '/search/jql', {
    jql: 'project in (UW, CLAIM)',
    fields: ['summary'],
    maxResults: 100,
  });
  const names = people.filter(({ accountType }) => accountType === 'atlassian').map(({ displayName }) => displayName);
  return [...names, ...issues.map(({ fields }) => fields.summary)];
}

/** A macro's words, once it has read what it shows. */
async function macroWords(title: string): Promise<string> {
  const macro = await namedFrame(page, title);
  await macroDrawn(macro);
  return wordsOf(macro);
}

/** Opens an address as it is asked for and gives everything that the app's frames were answered there. */
async function answersOn(address: string, look: () => Promise<unknown>): Promise<string> {
  const answers: string[] = [];
  await page.route('**/local/bridge', async (route) => {
    const response = await route.fetch();
    answers.push(await response.text());
    await route.fulfill({ response });
  });
  await page.goto(address);
  await look();
  await page.waitForLoadState('networkidle');
  await page.unroute('**/local/bridge');
  expect(answers.length).toBeGreaterThan(0);
  return answers.join('\n');
}

function holdsNothingInner(words: string): void {
  expect(inner.length).toBeGreaterThan(50);
  expect(inner.filter((one) => words.includes(one))).toEqual([]);
  expect(words).not.toMatch(KEY);
}

const counts = (allowed: boolean) => showFiguresTo(page, site.origin, allowed ? 'everybody' : 'licensed');

const stripped = (words: string) => words.replace(/as of [\d:]+/, '');

test('the approved policy is read with version and dates: no button, no person', async () => {
  await become(page, 'Anonymous');
  const { results } = await site.wiki<{ results: { id: string }[] }>('GET', '/api/v2/pages?title=How%20we%20use%20AI');
  const answers = await answersOn(`${site.origin}/wiki/content/${results[0]?.id}`, async () =>
    (await namedFrame(page, 'AI policy')).waitForSelector('text=Why we have this policy'),
  );
  const frame = await namedFrame(page, 'AI policy');
  const words = await wordsOf(frame);
  expect(words).toMatch(/Approved\s?Version 1\s?\d+ \w+ 20\d\d · next review \d+ \w+ 20\d\d/);
  expect(words).toContain('A person can ask for any decision about him to be looked at again by a person.');
  expect(words).not.toContain('waits for approval');
  expect(await frame.getByRole('button').count()).toBe(0);
  holdsNothingInner(words);
  expect(inner.filter((one) => answers.includes(one))).toEqual([]);
  expect(await faultsOfAccess(frame)).toEqual([]);
  await picture(page, 'public-policy');
});

test('other macros say that their figures are for people who are logged in, and hold none', async () => {
  const answers = await answersOn(publicPage, async () => {
    for (const title of MACROS) {
      const words = await macroWords(title);
      expect(words).toContain(NOTICE);
      expect(words).not.toMatch(/\d+ of \d+|Implemented|Gap/);
      expect(await faultsOfAccess(await namedFrame(page, title))).toEqual([]);
    }
  });
  holdsNothingInner(answers);
  expect(answers).not.toMatch(/"implemented"|"gap"/);
  await picture(page, 'public-notices');
});

test('counts that the administrator allows are the organisation’s own, without a title, key or person', async () => {
  await counts(true);
  await page.goto(publicPage);
  const known = stripped(await macroWords('Clause coverage'));
  expect(known).toMatch(/\d+ of \d+ implemented/);
  await become(page, 'Anonymous');
  const answers = await answersOn(publicPage, async () => {
    expect(stripped(await macroWords('Clause coverage'))).toBe(known);
    expect(await macroWords('Control status')).toContain('A.2.2');
    expect(await macroWords('Risk matrix')).toMatch(/\d+ AI risks/);
    expect(await macroWords('Nonconformities')).toMatch(/\d+ open/);
    expect(await macroWords('AI system register')).toContain(NOTICE);
    for (const title of MACROS) {
      holdsNothingInner(await macroWords(title));
      expect(await faultsOfAccess(await namedFrame(page, title))).toEqual([]);
    }
  });
  holdsNothingInner(answers);
  await picture(page, 'public-counts');
});

test('once they are no longer allowed there are notices again', async () => {
  await counts(false);
  await become(page, 'Anonymous');
  await page.goto(publicPage);
  for (const title of MACROS) expect(await macroWords(title)).toContain(NOTICE);
  expect(faults).toEqual([]);
});
