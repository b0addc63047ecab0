import { type Enrolled, openEnrolled } from '../support/enrolled';
import { conclusion, count, decided } from '../support/facts';

/** B9. A conclusion is dated on a day that has come, the newest by that day counts, and it can be taken back. */

let site: Enrolled;
let auditor: string;

async function grantAudit(accountId: string): Promise<void> {
  const { body } = await site.rest<{ groupId: string }>('POST', '/rest/api/3/group', { name: 'auditors' });
  await site.rest('POST', `/rest/api/3/group/user?groupId=${body.groupId}`, { accountId });
  const grants = await site.rest<{ key: string }[]>('GET', '/local/jira/global-permissions');
  const key = grants.body.find((one) => one.key.endsWith('/audit-aims'))?.key ?? '';
  const path = `/local/jira/global-permissions?permission=${encodeURIComponent(key)}`;
  await site.rest('PUT', path, { groups: [body.groupId], everyone: false });
}

beforeAll(async () => {
  site = await openEnrolled();
  const task = await site.create('Task', {
    [site.fieldId('AIMS requirements')]: [{ value: '7.2 Competence' }],
    [site.fieldId('Evidence effective date')]: '2026-11-01',
  });
  await site.move(task.id, 'Done');
  // Whose work it is does not conclude on it.
  const auditors = await site.rest<{ accountId: string }>('POST', '/rest/api/3/user', {
    emailAddress: 'ruth@example.com',
    displayName: 'Ruth',
    products: ['jira-software'],
  });
  auditor = auditors.body.accountId;
  await grantAudit(auditor);
  await site.site.settle();
});
afterAll(async () => {
  await site.close();
});

const conclude = (concludedOn: string, more: object = {}) =>
  site
    .call<{ decisionId: string }>(
      'conclusion.record',
      {
        requirementId: 'iso42001/7.2',
        systemIssueId: null,
        result: 'conforms',
        concludedOn,
        validUntil: null,
        kind: 'internal-audit',
        sample: 'The minutes of two meetings.',
        ...more,
      },
      auditor,
    )
    .then(
      ({ decisionId }) => decisionId,
      (error: { code: string }) => error.code,
    );

async function state(): Promise<string> {
  await site.site.settle({ within: 3_600_000 });
  const of = { projectId: null, requirementId: 'iso42001/7.2' };
  return (await site.call<{ tile: { state: string } }>('coverage.requirement', of)).tile.state;
}

test.each([
  ['2026-02-31', 'input-invalid'],
  ['0000-00-00', 'input-invalid'],
  ['2026-13-01', 'input-invalid'],
  ['2099-01-01', 'conclusion-day'],
  ['2026-11-25', 'conclusion-day'],
])('one dated %s is refused: %s', async (day, code) => {
  expect(await conclude(day)).toBe(code);
});

test.each([
  ['2026-02-31', 'input-invalid'],
  ['9999-12-31', 'input-invalid'],
  ['2025-01-01', 'conclusion-end'],
  ['2027-11-25', 'conclusion-end'],
  ['2029-11-25', 'conclusion-end'],
])('one valid until %s is refused: %s', async (validUntil, code) => {
  expect(await conclude('2026-11-24', { validUntil })).toBe(code);
});

test('it verifies, and taken back with a reason it is as if not given', async () => {
  expect(await state()).toBe('implemented');
  const given = await conclude('2026-11-24');
  expect(await state()).toBe('verified');
  const back = { decisionId: given, reason: 'It was about another site.' };
  await expect(site.call('conclusion.withdraw', { ...back, reason: ' ' }, auditor)).rejects.toMatchObject({
    code: 'input-invalid',
  });
  await expect(site.call('conclusion.withdraw', { ...back, decisionId: 'none' }, auditor)).rejects.toMatchObject({
    code: 'conclusion-unknown',
  });
  await site.call('conclusion.withdraw', back, auditor);
  expect(await state()).toBe('implemented');
  // Nothing is deleted: both stand in the log.
  const rows = await site.site.sql("SELECT kind FROM aims_decision WHERE kind LIKE 'conclusion%' ORDER BY kind");
  expect(rows.map((row) => row.kind)).toEqual(['conclusion', 'conclusion-withdrawal']);
});

test('an older one that is recorded later erases nothing; of one day nonconforming wins', async () => {
  await conclude('2026-11-24');
  await site.site.clock.advance(1_000);
  await conclude('2026-11-02', { result: 'nonconforming' });
  expect(await state()).toBe('verified');
  await site.site.clock.advance(1_000);
  await conclude('2026-11-24', { result: 'nonconforming' });
  expect(await state()).toBe('nonconforming');
  await site.site.clock.advance(1_000);
  await conclude('2026-11-24');
  expect(await state()).toBe('nonconforming');
});

test('what was recorded on a day that is none, or has not come, counts as nothing', () => {
  const good = conclusion('organisation', 'iso42001/9.1', { concludedOn: '2026-11-10', recordedAt: 1 });
  const cell = (conclusions: readonly (typeof good)[]) =>
    count([], decided({}, { conclusions: [...conclusions] }))
      .cell('organisation', 'iso42001/9.1')
      .reasons.map(({ code, day }) => [code, day]);
  const alone = cell([good]);
  expect(alone).toContainEqual([expect.stringMatching(/^conclu/), '2026-11-10']);
  for (const concludedOn of ['2026-02-31', '0000-00-00', '2099-01-01'])
    for (const result of ['conforms', 'nonconforming'] as const)
      expect(cell([good, { ...good, concludedOn, result, recordedAt: 2 }])).toEqual(alone);
  const unordered = [{ ...good, result: 'nonconforming' as const, recordedAt: 2 }, good];
  expect(cell(unordered)).toEqual(cell([...unordered].reverse()));
});
