import { addDays, addMonths, isDay, isPlausible } from '../../src/domain/day';
import fc from '../support/by-chance';
import { type Enrolled, openEnrolled } from '../support/enrolled';

/** Dates that somebody may type and nobody can mean. */
const ODD = ['9999-12-31', '2999-01-01', '0001-01-01', '1899-12-31'];

interface Requirement {
  tile: { state: string };
  cells: { state: string; reasons: { code: string; detail?: string; items: unknown[] }[] }[];
}

let site: Enrolled;
beforeEach(async () => {
  site = await openEnrolled();
});
afterEach(() => site.close());

const requirement = (requirementId: string) =>
  site.call<Requirement>('coverage.requirement', { projectId: null, requirementId });
const reasonsOf = async (requirementId: string) =>
  (await requirement(requirementId)).cells.flatMap((cell) => cell.reasons);
const aims = (...numbers: string[]) => site.options(...numbers);
const statementsOf = async (work: () => Promise<void>) => {
  const mark = site.site.journal.mark();
  await work();
  return site.site.journal.since(mark).counts.sql;
};

describe.each(ODD)('the day %s', (odd) => {
  test('as evidence’s review day is told and not counted with', async () => {
    const { id } = await site.create('Task', {
      ...(await aims('iso42001/7.2')),
      [site.fieldId('Evidence effective date')]: '2026-11-01',
      [site.fieldId('Evidence review due')]: odd,
    });
    await site.move(id, 'Done');
    await site.site.settle();
    expect(await reasonsOf('iso42001/7.2')).toContainEqual(
      expect.objectContaining({ code: 'date-not-known', detail: 'evidence-review-due' }),
    );
    expect((await requirement('iso42001/7.2')).tile.state).toBe('implemented');
    // It lapses as evidence without a review day does, and nothing turns in circles until then.
    await site.site.clock.sleep(24 * 3_600_000);
    const statements = await statementsOf(async () => {
      await site.site.runSchedule('every-five-minutes');
      await site.site.settle();
    });
    // The first night reports stored accounts, too; a loop would be hundreds.
    expect(statements).toBeLessThan(60);
    await expect(site.call('coverage.overview', { projectId: null })).resolves.toBeDefined();
  });

  test('as the day on which an acceptance expires leaves the risk unsettled', async () => {
    const system = await site.create('AI system');
    const risk = await site.create('AI risk', {
      [site.fieldId('Likelihood')]: { value: '5 - almost certain' },
      [site.fieldId('Consequence')]: { value: '5 - severe' },
      [site.fieldId('Residual likelihood')]: { value: '2 - unlikely' },
      [site.fieldId('Residual consequence')]: { value: '2 - minor' },
      [site.fieldId('Treatment option')]: { value: 'Retain' },
      [site.fieldId('Acceptance expires')]: odd,
    });
    await site.link('AIMS concern', risk.id, system.id);
    await site.move(system.id, 'Take over existing system: Operation and monitoring');
    for (const transition of ['Analyse', 'Review what remains', 'Accept']) await site.move(risk.id, transition);
    await site.site.settle();
    const codes = (await reasonsOf('iso42001/8.3')).map(({ code, detail }) => `${code} ${detail ?? ''}`);
    expect(codes).toContain('date-not-known acceptance-expires');
    const { aboveThreshold } = await site.call<{ aboveThreshold: number }>('risks.overview', { projectId: null });
    expect(aboveThreshold).toBe(1);
  });

  test('is refused where somebody enters it', async () => {
    const conclusion = {
      requirementId: 'iso42001/7.2',
      systemIssueId: null,
      result: 'conforms',
      kind: 'internal-audit',
      sample: 'The minutes of two meetings.',
    };
    await expect(
      site.call('conclusion.record', { ...conclusion, concludedOn: '2026-11-20', validUntil: odd }),
    ).rejects.toMatchObject({ code: 'input-invalid' });
    await expect(
      site.call('policy.approve', {
        pageId: '1',
        pageVersion: 1,
        audience: { groups: [] },
        reviewDue: odd,
        fingerprint: '0'.repeat(64),
      }),
    ).rejects.toMatchObject({ code: 'input-invalid' });
    await expect(
      site.call('import.start', { projectId: site.projectId, mapping: 'generic', columns: ['Name'], asOf: odd }),
    ).rejects.toMatchObject({ code: 'input-invalid' });
  });
});

test('a day is of the calendar, from 1900 to a hundred years ahead', () => {
  const today = '2026-11-24';
  const meant = ['1900-01-01', '2024-02-29', today, '2126-11-24'];
  const not = ['2026-02-31', '0000-00-00', '1899-12-31', '2126-11-25', '2026-1-1', '+010000-01-01', 'soon', ''];
  expect(meant.filter((day) => !isPlausible(day, today))).toEqual([]);
  expect(not.filter((day) => isPlausible(day, today))).toEqual([]);
});

test('arithmetic never leaves the days that compare as text', () => {
  const day = fc.constantFrom('1900-01-01', '2026-11-24', '9999-12-31', '2024-02-29');
  fc.assert(
    fc.property(day, fc.integer({ min: -10_000_000, max: 10_000_000 }), (from, by) => {
      expect(isDay(addDays(from, by))).toBe(true);
      expect(isDay(addMonths(from, Math.trunc(by / 31)))).toBe(true);
      expect(addDays(from, Math.abs(by)) >= from).toBe(true);
    }),
  );
});
