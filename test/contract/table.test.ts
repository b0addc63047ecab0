import { corrected, optionOf } from '../support/corrected';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { daysLater } from '../support/later';
import type { Hands } from '../support/site';
import { approvedStatement } from '../support/statement';
import { cellIn, movesBy, tileOf } from '../support/states';

/** The cases of "Coverage" about the table of states, by their words; from what people do in Jira. */

const VERIFICATION = 'iso42001/A.6.2.4';
const IMPACT = 'iso42001/A.5.3';
const AUDIT = 'iso42001/9.2.2';
const OPERATION = 'Take over existing system: Operation and monitoring';
const DESIGN = 'Take over existing system: Design and development';
const [MAJOR, MINOR] = [1, 2];

let site: Enrolled;
beforeEach(async () => {
  site = await openEnrolled();
});
afterEach(() => site.close());

const day = (back: number) => new Date(site.site.clock.now() - back * 86_400_000).toISOString().slice(0, 10);
const cell = (system: string, requirementId = VERIFICATION) => cellIn(site, system, requirementId);
const tile = (requirementId = VERIFICATION) => tileOf(site, requirementId);
const edit = (issueId: string, fields: Record<string, unknown>) =>
  site.rest('PUT', `/rest/api/3/issue/${issueId}`, { fields });

async function system(transition = OPERATION): Promise<string> {
  const { id } = await site.create('AI system');
  await movesBy(site, id, 'admin', transition);
  return id;
}

/** Work that names requirements and concerns AI systems; a record where `on` is given. */
async function work(requirementIds: readonly string[], systems: readonly string[], more: { on?: string } = {}) {
  const { id } = await site.create('Task', {
    ...(await site.options(...requirementIds)),
    ...(more.on === undefined ? {} : { [site.fieldId('Evidence effective date')]: more.on }),
  });
  for (const one of systems) await site.link('AIMS concern', id, one);
  return id;
}
async function done(...given: Parameters<typeof work>): Promise<string> {
  const id = await work(...given);
  await movesBy(site, id, 'admin', 'Done');
  return id;
}

async function finding(requirementId: string, grade: number, systems: readonly string[]): Promise<string> {
  const named = await site.options(requirementId);
  const { id } = await site.create('Nonconformity', { ...named, ...(await optionOf(site, 'Grade', grade)) });
  for (const one of systems) await site.link('AIMS concern', id, one);
  return id;
}

async function risk(system: string, requirementIds: readonly string[] = []): Promise<string> {
  const { id } = await site.create('AI risk', {
    ...(requirementIds.length === 0 ? {} : await site.options(...requirementIds)),
    ...(await optionOf(site, 'Likelihood', 4)),
    ...(await optionOf(site, 'Consequence', 4)),
    ...(await optionOf(site, 'Residual likelihood', 2)),
    ...(await optionOf(site, 'Residual consequence', 2)),
    [site.fieldId('Acceptance expires')]: day(-200),
  });
  await site.link('AIMS concern', id, system);
  return id;
}

test('1. Risk treated, residual not accepted -> 8.3 in-progress', async () => {
  const one = await system();
  await done(['iso42001/8.2'], [one], { on: day(1) });
  const found = await risk(one);
  const treatment = await site.create('Task');
  await site.link('AIMS treatment', treatment.id, found);
  await movesBy(site, treatment.id, 'admin', 'Done');
  expect(await cell(one, 'iso42001/8.3')).toMatchObject({ state: 'in-progress', codes: ['residual-not-accepted'] });
});

test('2. Accepted risk names A.6.2.4, nothing else -> gap, "required by"', async () => {
  await approvedStatement(site);
  const one = await system();
  await movesBy(site, await risk(one, [VERIFICATION]), 'admin', 'Analyse', 'Review what remains', 'Accept');
  expect(await cell(one)).toMatchObject({ state: 'gap', codes: ['required-by-risk'] });
});

test('6. One contract, two systems -> each cell once', async () => {
  const [one, other] = [await system(), await system()];
  const contract = await done([VERIFICATION], [one, other], { on: day(1) });
  for (const id of [one, other]) {
    const { state, reasons } = await cell(id);
    expect([state, reasons.flatMap(({ items }) => items).map(({ issueId }) => issueId)]).toEqual([
      'implemented',
      [contract],
    ]);
  }
  expect((await tile()).systems).toBe('2 of 2');
});

test('7. Done work, a second to do -> in-progress; with a current record -> implemented "+1 open"', async () => {
  await done(['iso42001/5.1'], []);
  expect((await tile('iso42001/5.1')).state).toBe('implemented');
  await work(['iso42001/5.1'], []);
  expect(await tile('iso42001/5.1')).toMatchObject({ state: 'in-progress', codes: ['second-work-open', 'open-work'] });
  await done(['iso42001/5.1'], [], { on: day(1) });
  const { state, reasons } = await tile('iso42001/5.1');
  expect([state, reasons.find(({ code }) => code === 'open-work')?.count]).toEqual(['implemented', 1]);
});

test('8. Nonconformity on 9.2.2 -> that leaf only', async () => {
  await finding(AUDIT, MINOR, []);
  expect([(await tile(AUDIT)).state, (await tile('iso42001/9.2.1')).state]).toEqual(['nonconforming', 'gap']);
});

test('9. Minor on A.6.2.4 for 1 of 41 -> tile "nonconforming (minor), 1 of 41"', async () => {
  await approvedStatement(site);
  const { body } = await site.rest<{ issues: { id: string }[] }>('POST', '/rest/api/3/issue/bulk', {
    issueUpdates: Array.from({ length: 41 }, (_, number) => ({
      fields: { project: { id: site.projectId }, issuetype: { name: 'AI system' }, summary: `System ${number}` },
    })),
  });
  for (const { id } of body.issues) await movesBy(site, id, 'admin', OPERATION);
  await finding(VERIFICATION, MINOR, [body.issues[0]?.id ?? '']);
  const { state, counts } = await tile();
  expect([state, counts]).toEqual(['nonconforming', { nonconforming: 1, gap: 40 }]);
  expect((await cell(body.issues[0]?.id ?? '')).reasons[0]).toMatchObject({
    code: 'open-nonconformity',
    detail: 'minor',
  });
});

test('10. Retired with an open major -> its cells leave, the organisation tile is nonconforming', async () => {
  await approvedStatement(site);
  const [one, other] = [await system(), await system()];
  const major = await finding(VERIFICATION, MAJOR, [one]);
  expect((await tile()).counts).toEqual({ nonconforming: 1, gap: 1 });
  await movesBy(site, one, 'admin', 'Retire');
  expect(await tile()).toMatchObject({ state: 'nonconforming', counts: { gap: 1 }, systems: '0 of 1' });
  expect((await cell(one)).state).toBeUndefined();
  expect((await cell(other)).state).toBe('gap');
  await edit(major, await corrected(site));
  await movesBy(site, major, 'admin', 'Correct', 'Analyse cause', 'Act on cause', 'Review effectiveness', 'Close');
  expect((await tile()).state).toBe('gap');
});

test('11. A.5.3 for 3 of 4 -> "gap, 3 of 4"; fourth in Inception -> 3 of 3', async () => {
  await approvedStatement(site);
  const met = [await system(), await system(), await system()];
  await done([IMPACT], met, { on: day(1) });
  const fourth = await system();
  expect(await tile(IMPACT)).toMatchObject({ state: 'gap', systems: '3 of 4' });
  await movesBy(site, fourth, 'admin', 'Retire');
  await site.create('AI system');
  expect(await tile(IMPACT)).toMatchObject({ systems: '3 of 3', counts: { implemented: 3, 'not-due': 1 } });
});

test("13. Won't do -> gap", async () => {
  const { body: resolutions } = await site.rest<{ id: string; name: string }[]>('GET', '/rest/api/3/resolution');
  const declined = resolutions.find(({ name }) => /won.t do/i.test(name));
  const { body: tabs } = await site.rest<{ id: number }[]>('GET', '/rest/api/3/screens/1/tabs');
  await site.rest('POST', `/rest/api/3/screens/1/tabs/${tabs[0]?.id}/fields`, { fieldId: 'resolution' });
  const id = await done(['iso42001/5.1'], []);
  await edit(id, { resolution: { id: declined?.id } });
  expect(await tile('iso42001/5.1')).toMatchObject({ state: 'gap', codes: ['work-cancelled'] });
});

test('14. Excluded, open nonconformity -> nonconforming', async () => {
  const one = await system();
  await approvedStatement(site, { [VERIFICATION]: { applicable: false, reason: 'Nothing of ours is ever verified.' } });
  expect((await cell(one)).state).toBe('excluded');
  await finding(VERIFICATION, MINOR, [one]);
  expect((await cell(one)).state).toBe('nonconforming');
});

test('18. Early task on A.6.2.6 in Design -> not-due', async () => {
  const one = await system(DESIGN);
  await done(['iso42001/A.6.2.6'], [one]);
  expect(await cell(one, 'iso42001/A.6.2.6')).toMatchObject({
    state: 'not-due',
    codes: expect.arrayContaining(['early-work']),
  });
});

test('20. Assessment of 2023, no review date -> stale', async () => {
  const one = await system();
  await done(['iso42001/8.4'], [one], { on: '2023-05-01' });
  expect(await cell(one, 'iso42001/8.4')).toMatchObject({ state: 'stale', codes: ['evidence-lapsed'] });
});

test('23. Linked twice -> once', async () => {
  const one = await system();
  const record = await done([VERIFICATION], [one], { on: day(1) });
  await site.link('AIMS concern', record, one);
  const found = await risk(one, [VERIFICATION]);
  // Over the risk, too: it takes over what the risk names.
  await site.link('AIMS evidence', record, found);
  const { state, reasons } = await cell(one);
  const items = reasons.find(({ code }) => code === 'current-evidence')?.items ?? [];
  expect([state, items.map(({ issueId }) => issueId)]).toEqual(['implemented', [record]]);
});

test('27. A later workflow state never lowers a figure', async () => {
  const one = await system(DESIGN);
  await done([VERIFICATION], [one], { on: day(1) });
  const rank = ['gap', 'undecided', 'stale', 'planned', 'not-due', 'in-progress', 'implemented', 'verified'];
  let last = -1;
  for (const name of ['Verify', 'Deploy', 'Put into operation']) {
    const now = rank.indexOf((await cell(one)).state ?? '');
    expect(now).toBeGreaterThanOrEqual(last);
    last = now;
    await movesBy(site, one, 'admin', name);
  }
  expect((await cell(one)).state).toBe('implemented');
});

test('49. One closed in 2020, nothing since -> 10.2 stale', async () => {
  await site.close();
  const improvement = async (on: Hands) => {
    const { state, codes } = await tileOf(on, 'iso42001/10.2');
    return [state, ...codes];
  };
  await daysLater(
    async (prepared) => {
      site = prepared;
      const id = await finding(AUDIT, MINOR, []);
      await edit(id, await corrected(site));
      await movesBy(site, id, 'admin', 'Correct', 'Analyse cause', 'Act on cause', 'Review effectiveness', 'Close');
      expect(await improvement(site)).toEqual(['implemented', 'corrective-steps-complete']);
    },
    { days: 2_300, look: async (later) => expect(await improvement(later)).toEqual(['stale', 'none-closed-lately']) },
  );
  site = await openEnrolled();
});

test('50. Open major of 2023, no due date -> 10.2 in-progress', async () => {
  const id = await finding(AUDIT, MAJOR, []);
  await edit(id, { [site.fieldId('Detected on')]: '2023-05-01' });
  expect(await tile('iso42001/10.2')).toMatchObject({ state: 'in-progress', codes: ['nonconformity-overdue'] });
});

test('53. Record of 2015, due 2099 -> stale', async () => {
  const id = await done(['iso42001/9.1'], [], { on: '2015-05-01' });
  await edit(id, { [site.fieldId('Evidence review due')]: '2099-01-01' });
  expect(await tile('iso42001/9.1')).toMatchObject({ state: 'stale', codes: ['evidence-lapsed'] });
});
