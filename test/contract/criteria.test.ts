import { fingerprintOf } from '../../cli/approve';
import { approveCriteria, CRITERIA, draftCriteria } from '../../cli/approve-criteria';
import type { Input, Output } from '../../src/contract/procedures';
import { optionOf } from '../support/corrected';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { secondApprover } from '../support/statement';
import { cellIn } from '../support/states';

/** The cases of "Deciding" and "Coverage" about risk criteria and what they let be accepted, by their words. */

type Rows = Input<'criteria.edit'>['rows'];

let site: Enrolled;
let second: string;
beforeEach(async () => {
  site = await openEnrolled();
  second = await secondApprover(site);
});
afterEach(() => site.close());

const asked = <Answer>(name: string, payload: unknown, by: string) => site.call<Answer>(name, payload, by);
const read = (by = 'admin') => asked<Output<'criteria.read'>>('criteria.read', {}, by);
const approve = (rows: Rows = []) => approveCriteria(asked, rows, { by: 'admin', approver: second });
const settle = () => site.site.settle({ within: 3_600_000 });
const refused = (work: Promise<unknown>) => work.then(() => 'done').catch((error: { code?: string }) => error.code);
const threshold = (level: number): Rows => [{ key: 'threshold', body: { level } }];
const dayAgo = (days: number) => new Date(site.site.clock.now() - days * 86_400_000).toISOString().slice(0, 10);
const today = () => dayAgo(0);
const dayBefore = () => dayAgo(3);
const nextYear = () => `${Number(today().slice(0, 4)) + 1}-01-01`;

/** An AI risk, rated as found and as it remains; null leaves the latter empty. */
async function risk(
  system: string,
  found: readonly [number, number],
  remains: readonly [number, number] | null,
  expires: string | null = nextYear(),
): Promise<string> {
  const option = (name: string, place: number) => optionOf(site, name, place);
  const created = await site.create('AI risk', {
    ...(await option('Likelihood', found[0])),
    ...(await option('Consequence', found[1])),
    ...(remains === null ? {} : await option('Residual likelihood', remains[0])),
    ...(remains === null ? {} : await option('Residual consequence', remains[1])),
    ...(await option('Treatment option', 4)),
    ...(expires === null ? {} : { [site.fieldId('Acceptance expires')]: expires }),
  });
  await site.link('AIMS concern', created.id, system);
  return created.id;
}

/** An AI system with a current assessment of its risks. */
async function assessedSystem(on = today()): Promise<string> {
  const system = await site.create('AI system');
  await site.move(system.id, 'Start design');
  await site.move(system.id, 'Verify');
  const record = await site.create('Task', {
    ...(await site.options('iso42001/8.2')),
    [site.fieldId('Evidence effective date')]: on,
  });
  await site.link('AIMS concern', record.id, system.id);
  await site.move(record.id, 'Done');
  return system.id;
}

const cellOf = (system: string, requirementId: string) => cellIn(site, system, requirementId);

async function accept(riskId: string): Promise<void> {
  for (const name of ['Analyse', 'Review what remains', 'Accept']) await site.move(riskId, name);
}

describe('risk criteria', () => {
  test('what the app proposes is complete: to submit and to approve it is enough, by somebody else than who wrote it', async () => {
    expect(await read()).toMatchObject({ state: 'none', isProposal: true, open: null });
    const revision = await draftCriteria(asked, [], 'admin');
    await asked('approval.submit', { ...CRITERIA, revision }, 'admin');
    const items = [{ ...CRITERIA, fingerprint: await fingerprintOf(asked, CRITERIA, 'admin') }];
    const own = await asked<Output<'approval.decide'>>(
      'approval.decide',
      { outcome: 'approved', reason: '', items },
      'admin',
    );
    expect(own.results[0]?.refusal?.code).toBe('approval-own-text');
    const others = await asked<Output<'approval.decide'>>(
      'approval.decide',
      { outcome: 'approved', reason: '', items },
      second,
    );
    expect(others.results[0]).toEqual({ version: 1, refusal: null });
    expect(await read()).toMatchObject({ state: 'settled', inForce: { version: 1, lapsed: false } });
  });

  test('7. Threshold 9 -> 6: a level 8 counts as above, shown before approval', async () => {
    await approve();
    const system = await assessedSystem();
    await risk(system, [4, 2], null);
    expect((await cellOf(system, 'iso42001/8.3')).state).toBe('implemented');
    const revision = await draftCriteria(asked, threshold(6), 'admin');
    await asked('approval.submit', { ...CRITERIA, revision }, 'admin');
    expect(await asked('criteria.effect', {}, second)).toEqual({
      risks: 1,
      otherBand: 0,
      nowAbove: 1,
      noLongerAbove: 0,
      acceptancesEnd: 0,
      olderWords: 0,
    });
    expect((await cellOf(system, 'iso42001/8.3')).state).toBe('implemented');
    const items = [{ ...CRITERIA, fingerprint: await fingerprintOf(asked, CRITERIA, second) }];
    await asked('approval.decide', { outcome: 'approved', reason: '', items }, second);
    expect((await cellOf(system, 'iso42001/8.3')).codes).toContain('residual-not-accepted');
    const { threshold: now, aboveThreshold } = await asked<Output<'risks.overview'>>(
      'risks.overview',
      { projectId: null },
      'admin',
    );
    expect([now, aboveThreshold]).toEqual([6, 1]);
    await asked('approval.withdraw', { ...CRITERIA, version: 2, reason: 'Too strict.' }, second);
    expect((await cellOf(system, 'iso42001/8.3')).state).toBe('implemented');
  });

  test('8. Scale words changed -> mark "older words", 8.2 "renewal asked"', async () => {
    await approve();
    const system = await assessedSystem(dayBefore());
    await risk(system, [2, 2], null);
    expect(await cellOf(system, 'iso42001/8.2')).toMatchObject({ state: 'implemented' });
    const rows = (await read()).rows.map(({ row }) => row);
    const word = rows.find(({ key }) => key === 'likelihood/2');
    if (word?.key !== 'likelihood/2') throw new Error('The row is missing.');
    await approve([{ key: word.key, body: { ...word.body, sign: 'Known from others in our trade.' } }] as Rows);
    const { state, codes } = await cellOf(system, 'iso42001/8.2');
    expect([state, codes?.includes('older-words')]).toEqual(['implemented', true]);
    const renewed = await site.create('Task', {
      ...(await site.options('iso42001/8.2')),
      [site.fieldId('Evidence effective date')]: today(),
    });
    await site.link('AIMS concern', renewed.id, system);
    await site.move(renewed.id, 'Done');
    expect((await cellOf(system, 'iso42001/8.2')).codes).not.toContain('older-words');
  });

  test('what 6.1.2 is evidenced by is one part of two: the other is approved criteria', async () => {
    const page = await site.create('Task', {
      ...(await site.options('iso42001/6.1.2')),
      [site.fieldId('Evidence effective date')]: today(),
    });
    await site.move(page.id, 'Done');
    const tile = async () => {
      await settle();
      const payload = { projectId: null, requirementId: 'iso42001/6.1.2' };
      return (await asked<Output<'coverage.requirement'>>('coverage.requirement', payload, 'admin')).tile;
    };
    expect((await tile()).reasons.map(({ code }) => code)).toContain('criteria-missing');
    await approve();
    expect((await tile()).reasons.map(({ code }) => code)).toContain('criteria-approved');
  });

  test('bands that do not rise are not submitted, and a row that somebody wrote meanwhile is not overwritten', async () => {
    const rows = (await read()).rows.map(({ row }) => row);
    const high = rows.find(({ key }) => key === 'band/high');
    const revision = await draftCriteria(asked, [{ ...high, body: { ...high?.body, to: 3 } }] as Rows, 'admin');
    expect(await refused(asked('approval.submit', { ...CRITERIA, revision }, 'admin'))).toBe('approval-incomplete');
    await draftCriteria(asked, threshold(8), second);
    expect(await refused(asked('criteria.edit', { revision, rows: threshold(7) }, 'admin'))).toBe(
      'row-written-meanwhile',
    );
  });
});

describe('acceptance', () => {
  test.each([
    ['39. No residual -> in-progress', null, 'residual-not-rated'],
    ['40. Residual above inherent -> in-progress', [5, 2], 'residual-above-inherent'],
  ] as const)('%s', async (_words, remains, code) => {
    await approve();
    const system = await assessedSystem();
    await accept(await risk(system, [4, 4], remains));
    expect(await cellOf(system, 'iso42001/8.3')).toMatchObject({ state: 'in-progress' });
    expect((await cellOf(system, 'iso42001/8.3')).codes).toContain(code);
  });

  test('41. Expired -> stale', async () => {
    await approve();
    const system = await assessedSystem();
    await accept(await risk(system, [4, 4], [2, 2], '2020-01-01'));
    expect(await cellOf(system, 'iso42001/8.3')).toMatchObject({ state: 'stale' });
  });

  test('nobody may accept what the approved criteria call unbearable; until there are criteria, somebody may', async () => {
    const system = await assessedSystem();
    await accept(await risk(system, [5, 4], [4, 4]));
    expect((await cellOf(system, 'iso42001/8.3')).state).toBe('implemented');
    await approve();
    const cell = await cellOf(system, 'iso42001/8.3');
    expect([cell.state, cell.codes]).toEqual(['in-progress', expect.arrayContaining(['level-not-acceptable'])]);
    const list = { projectId: null, only: 'above-threshold', square: null, fields: {}, sort: null, page: 0, limit: 10 };
    const { rows } = await asked<Output<'risks.list'>>('risks.list', list, 'admin');
    const { aboveThreshold, accepted } = await asked<Output<'risks.overview'>>(
      'risks.overview',
      { projectId: null },
      'admin',
    );
    expect([rows.length, aboveThreshold, accepted]).toEqual([1, 1, 0]);
  });
});
