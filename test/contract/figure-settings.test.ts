import { submitAndApprove } from '../../cli/approve';
import { approveStatement } from '../../cli/approve-statement';
import type { Input, Output } from '../../src/contract/procedures';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { recountFromRest } from '../support/recount-from-rest';
import { seenFromRest } from '../support/seen-from-rest';
import { approvedStatement, rowsFor, secondApprover } from '../support/statement';
import { tileOf } from '../support/states';

/** Settings that change figures: alone until the first Statement of Applicability is approved, by two persons from then on. */

type Rows = Input<'figureSettings.edit'>['rows'];

const SETTINGS = { kind: 'settings', subject: 'organisation' } as const;
const NO_ACT = {
  key: 'eu-ai-act',
  body: { applies: false, reason: 'We neither sell nor use AI in the Union.' },
} as const;

let site: Enrolled;
let second: string;
beforeEach(async () => {
  site = await openEnrolled();
  second = await secondApprover(site);
});
afterEach(() => site.close());

const asked = <Answer>(name: string, payload: unknown, by: string) => site.call<Answer>(name, payload, by);
const read = (by = 'admin') => asked<Output<'figureSettings.read'>>('figureSettings.read', {}, by);
const settle = () => site.site.settle({ within: 3_600_000 });
const refused = (work: Promise<unknown>) => work.then(() => 'done').catch((error: { code?: string }) => error.code);
const stateOf = async (requirementId: string) => (await tileOf(site, requirementId)).state;

async function write(rows: Rows, by = 'admin'): Promise<number> {
  const { revision } = await read(by);
  const written = await asked<{ revision: number }>('figureSettings.edit', { revision, rows }, by);
  await settle();
  return written.revision;
}

/** A record of a clause, dated so many months ago. */
async function record(requirementId: string, monthsAgo: number): Promise<void> {
  const day = new Date(site.site.clock.now());
  day.setUTCMonth(day.getUTCMonth() - monthsAgo);
  const task = await site.create('Task', {
    ...(await site.options(requirementId)),
    [site.fieldId('Evidence effective date')]: day.toISOString().slice(0, 10),
  });
  await site.move(task.id, 'Done');
  await settle();
}

test('before the first Statement whoever manages sets alone how long evidence counts, and the version says so', async () => {
  await record('iso42001/9.1', 14);
  expect(await stateOf('iso42001/9.1')).toBe('stale');
  await write([{ key: 'interval/iso42001/9.1', body: { months: 24 } }]);
  expect(await stateOf('iso42001/9.1')).toBe('implemented');
  expect(recountFromRest(await seenFromRest(site)).get('organisation iso42001/9.1')).toBe('implemented');
  const settings = await read();
  expect(settings).toMatchObject({ state: 'settled', alone: true, changed: [], inForce: { version: 1 } });
  expect(settings.versions).toMatchObject([{ version: 1, by: 'admin', byOnePerson: true }]);
  await write([{ key: 'interval/iso42001/9.1', body: null }]);
  expect(await stateOf('iso42001/9.1')).toBe('stale');
  expect((await read()).inForce).toMatchObject({ version: 2 });
});

test('after the first Statement nothing counts before another person has approved it, and its withdrawal brings the former back', async () => {
  await write([{ key: 'interval/iso42001/9.1', body: { months: 18 } }]);
  await record('iso42001/9.1', 20);
  await approvedStatement(site);
  await settle();
  const revision = await write([{ key: 'interval/iso42001/9.1', body: { months: 24 } }]);
  expect(await stateOf('iso42001/9.1')).toBe('stale');
  expect(await read()).toMatchObject({ state: 'draft', alone: false, changed: ['interval/iso42001/9.1'] });
  await submitAndApprove(asked, SETTINGS, revision, { by: 'admin', approver: second });
  await settle();
  expect(await stateOf('iso42001/9.1')).toBe('implemented');
  expect((await read()).versions.map(({ byOnePerson }) => byOnePerson)).toEqual([true, false]);
  await asked('approval.withdraw', { ...SETTINGS, version: 2, reason: 'Too long.' }, second);
  await settle();
  expect(await stateOf('iso42001/9.1')).toBe('stale');
  expect((await read()).inForce).toMatchObject({ version: 1 });
});

test('whoever wrote them does not approve them then', async () => {
  await approvedStatement(site);
  const revision = await write([{ key: 'awareness', body: { percent: 80 } }]);
  const alone = submitAndApprove(asked, SETTINGS, revision, { by: 'admin', approver: 'admin' });
  await expect(alone).rejects.toThrow('You wrote part of this');
  expect((await read()).inForce).toBeNull();
});

test('whether the EU AI Act applies always needs a second person, and a no its reason', async () => {
  const short = { key: 'eu-ai-act', body: { applies: false, reason: 'No.' } } as const;
  const unreasoned = await write([short]);
  expect(await read()).toMatchObject({
    state: 'draft',
    euAiAct: short.body,
    open: expect.stringContaining('does not'),
  });
  expect(await refused(asked('approval.submit', { ...SETTINGS, revision: unreasoned }, 'admin'))).toBe(
    'approval-incomplete',
  );
  const revision = await write([NO_ACT]);
  expect(await read()).toMatchObject({ state: 'draft', alone: true, inForce: null });
  await submitAndApprove(asked, SETTINGS, revision, { by: 'admin', approver: second });
  expect(await read()).toMatchObject({ state: 'settled', euAiAct: NO_ACT.body, inForce: { version: 1 } });
  // What one person may set alone still can be: the answer stands as approved.
  await write([{ key: 'awareness', body: { percent: 80 } }]);
  expect(await read()).toMatchObject({ state: 'settled', euAiAct: NO_ACT.body, awareness: { percent: 80 } });
});

test('what was submitted waits for whoever may approve it, is locked, and shows nothing of the draft to readers', async () => {
  await approvedStatement(site);
  const revision = await write([{ key: 'awareness', body: { percent: 80 } }]);
  await asked('approval.submit', { ...SETTINGS, revision }, 'admin');
  const { awaiting } = await asked<Output<'viewer.needs'>>('viewer.needs', { projectId: null }, second);
  expect(awaiting.organisation).toContainEqual({ kind: 'settings', what: 'to-approve', due: null, causes: [] });
  const row = { key: 'awareness', body: { percent: 70 } };
  expect(await refused(asked('figureSettings.edit', { revision: revision + 1, rows: [row] }, 'admin'))).toBe(
    'draft-locked',
  );
  const { accountId } = (
    await site.rest<{ accountId: string }>('POST', '/rest/api/3/user', {
      emailAddress: 'reader@example.com',
      displayName: 'Reader',
      products: ['jira-software'],
    })
  ).body;
  expect(await read(accountId)).toMatchObject({ state: 'none', submitted: null, awareness: { percent: 95 } });
});

test('an interval of what is no requirement, or of the assessment of risks, is refused; two who write at once do not overwrite', async () => {
  for (const id of ['iso42001/8.2', 'iso42001/99.9', '../x'])
    expect(
      await refused(
        asked('figureSettings.edit', { revision: 0, rows: [{ key: `interval/${id}`, body: { months: 6 } }] }, 'admin'),
      ),
    ).toBe('requirement-unknown');
  const row = (percent: number) => ({ revision: 0, rows: [{ key: 'awareness', body: { percent } }] });
  const both = await Promise.all([
    refused(asked('figureSettings.edit', row(80), 'admin')),
    refused(asked('figureSettings.edit', row(70), second)),
  ]);
  expect(both.filter((outcome) => outcome === 'done').length).toBeLessThanOrEqual(1);
  const late = await refused(asked('figureSettings.edit', row(60), 'admin'));
  expect(late).toBe('content-changed');
});

test('the first approved Statement ends it even when its approval is withdrawn again', async () => {
  await approveStatement(asked, rowsFor(), { by: 'admin', approver: second });
  await asked(
    'approval.withdraw',
    { kind: 'statement', subject: 'organisation', version: 1, reason: 'Wrong.' },
    second,
  );
  expect(await read()).toMatchObject({ alone: false });
});
