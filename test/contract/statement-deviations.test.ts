import { approveStatement } from '../../cli/approve-statement';
import { exportPage } from '../../local/export/page-export';
import { macroNode } from '../../local/host/macros/node';
import { adfText } from '../../local/site/adf';
import type { Output } from '../../src/contract/procedures';
import { closeProject, createPeople, type People, showFiguresTo } from '../access/people';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { createPage, createSpace } from '../support/policy-page';
import { rowsFor, secondApprover } from '../support/statement';

/**
 * What the macro of the controls tells of single AI systems for which a control is decided otherwise: how many there are to everybody
 * who sees the decisions, which and why to who may see them in Jira, and in an export neither.
 */
const CONTROL = 'iso42001/A.4.2';
const HOSTILE = '<img src=x onerror="window.broken=1">';
const WHY = 'This one is a toy of the laboratory, and <b>nobody</b> uses it.';
const SYSTEMS = 4;

let site: Enrolled;
let people: People;

beforeAll(async () => {
  site = await openEnrolled();
  people = await createPeople(site);
  const rows = rowsFor();
  for (let place = 0; place < SYSTEMS; place += 1) {
    const { id } = await site.create('AI system', { summary: `${HOSTILE} ${place}` });
    const body = { applicable: false, reasons: [{ kind: 'own-choice' as const, text: WHY, links: [] }] };
    rows.push({ key: `${CONTROL}@jira:${id}`, body });
  }
  await site.site.settle({ within: 3_600_000 });
  const call = <Answer>(name: string, payload: unknown, by: string) => site.call<Answer>(name, payload, by);
  await approveStatement(call, rows, { by: 'admin', approver: await secondApprover(site) });
  await site.site.settle({ within: 3_600_000 });
});
afterAll(() => site.close());

async function toldTo(accountId: string | null, projectId: string | null = null) {
  const payload = { projectId, group: null };
  const { controls } = await site.call<Output<'controls.status'>>('controls.status', payload, accountId);
  const told = controls.filter(({ deviations }) => deviations !== null && deviations.count > 0);
  expect(told.map(({ requirementId }) => requirementId)).toEqual([CONTROL]);
  return told[0]?.deviations;
}

test('who may see the AI systems reads some of them, each with what holds and why, and how many there are', async () => {
  for (const projectId of [null, site.projectId]) {
    const told = await toldTo('admin', projectId);
    expect(told?.count).toBe(SYSTEMS);
    expect(told?.listed.map(({ system, ...other }) => [system.summary, other])).toEqual(
      [0, 1, 2].map((place) => [`${HOSTILE} ${place}`, { applicable: false, reason: WHY }]),
    );
  }
});

test('who has no Jira, or no login, reads how many there are and nothing of them', async () => {
  await site.call('settings.save', { figuresShownTo: 'everybody' });
  for (const accountId of [people.confluenceOnly, people.guest, people.customer, null])
    expect(await toldTo(accountId)).toEqual({ count: SYSTEMS, listed: [] });
});

test('who sees the project alone gets no decision of the organisation, and nothing of deviations', async () => {
  await site.call('settings.save', { figuresShownTo: 'holders' });
  await showFiguresTo(site, people, ['outsider']);
  const payload = { projectId: site.projectId, group: null };
  const { controls } = await site.call<Output<'controls.status'>>('controls.status', payload, people.jiraOnly);
  expect(new Set(controls.map(({ deviations, appliesToNone }) => [deviations, appliesToNone].join()))).toEqual(
    new Set([',false']),
  );
});

test('who sees the decisions and not the project reads how many there are and nothing of them', async () => {
  await closeProject(site, site.projectId, []);
  expect(await toldTo(people.outsider)).toEqual({ count: SYSTEMS, listed: [] });
});

test('an export says how many, and that the AI systems and the reasons are left out', async () => {
  await site.call('settings.save', { figuresShownTo: 'licensed' });
  const { manifest, installation } = site.site;
  const app = { appId: manifest.appId, environmentId: installation.environmentId };
  const key = 'aims-control-status';
  const macro = macroNode(
    app,
    { key, title: key, layout: 'block' },
    { localId: key, config: { scope: 'organisation' } },
  );
  const { id } = await createPage(site, await createSpace(site, 'SOA'), 'Statement', [macro]);
  const { document } = await exportPage(site.site, { pageId: id, exportType: 'pdf' }, 'admin');
  const text = adfText({ ...document, content: [...document.content] });
  expect(text).toContain(`Applicable. Otherwise for ${SYSTEMS} AI systems`);
  expect(text).toMatch(
    /Left out: AI systems for which a control is decided otherwise, with the reasons: [^.]*\. 4 of 4 rows\./,
  );
  for (const hidden of [HOSTILE, WHY, 'CLAIM-']) expect(text).not.toContain(hidden);
});
