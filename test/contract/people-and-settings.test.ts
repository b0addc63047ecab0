import { fingerprintOf } from '../../cli/approve';
import type { Output } from '../../src/contract/procedures';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { secondApprover } from '../support/statement';

/** Who decides, as far as the app has seen them; what administrators set alone, and its log. */

let site: Enrolled;
beforeEach(async () => {
  site = await openEnrolled();
});
afterEach(() => site.close());

const DAY = 86_400_000;
const asked = <Answer>(name: string, payload: unknown, by = 'admin') => site.call<Answer>(name, payload, by);
const people = () => asked<Output<'people.read'>>('people.read', {});
const opens = (by: string) => asked('viewer.needs', { projectId: null }, by);
const today = () => new Date(site.site.clock.now()).toISOString().slice(0, 10);

test('whoever opens the app is seen with what they hold, and not with what was taken from them since (P1)', async () => {
  const seenOn = today();
  const permissions = ['manage-aims', 'decide-aims', 'approve-aims-top', 'audit-aims'];
  expect(await people()).toEqual({
    holders: [{ accountId: 'admin', permissions, seenOn }],
    tooFewApprove: true,
    nobodyAtTheTop: false,
  });
  await site.site.clock.advance(DAY);
  const second = await secondApprover(site);
  await opens(second);
  const { holders, tooFewApprove } = await people();
  expect([holders.map(({ accountId }) => accountId).sort(), tooFewApprove]).toEqual([['admin', second].sort(), false]);
  expect(holders.map((one) => one.seenOn)).toEqual([today(), today()]);
  expect(today() > seenOn).toBe(true);
  const left = await site.rest(
    'DELETE',
    `/rest/api/3/group/user?groupname=jira-administrators&accountId=${encodeURIComponent(second)}`,
  );
  expect(left.status).toBeLessThan(300);
  expect(await people()).toMatchObject({ holders: [{ accountId: 'admin' }], tooFewApprove: true });
});

test('somebody without any of the permissions is not remembered', async () => {
  const user = { emailAddress: 'reader@example.com', displayName: 'Reader', products: ['jira-software'] };
  const { body } = await site.rest<{ accountId: string }>('POST', '/rest/api/3/user', user);
  await opens(body.accountId);
  expect(await site.site.sql('SELECT * FROM seen_holder')).toEqual([]);
});

test('deciding 12. Only one approver, who is author -> refused, and told whom to ask (P1)', async () => {
  const { revision } = await asked<{ revision: number }>('criteria.edit', { revision: 0, rows: [] });
  const of = { kind: 'criteria', subject: 'organisation' } as const;
  await asked('approval.submit', { ...of, revision });
  const preview = (by = 'admin') => asked<Output<'approval.preview'>>('approval.preview', { ...of, after: '' }, by);
  await opens('admin');
  expect(await preview()).toMatchObject({ refusal: { code: 'approval-own-text' }, entitled: [] });
  const fingerprint = await fingerprintOf(asked, of, 'admin');
  const { results } = await asked<Output<'approval.decide'>>('approval.decide', {
    outcome: 'approved',
    reason: '',
    items: [{ ...of, fingerprint }],
  });
  expect(results[0]?.refusal?.code).toBe('approval-own-text');
  const second = await secondApprover(site);
  await opens(second);
  expect((await preview()).entitled).toEqual([second]);
  expect(await preview(second)).toMatchObject({ refusal: null, entitled: null });
});

test('the home project is the first one unless another that takes part is chosen; old and new value are logged', async () => {
  const read = () => asked<Output<'settings.read'>>('settings.read', {});
  expect(await read()).toMatchObject({ homeProject: site.projectId, changes: [] });
  await expect(asked('settings.save', { homeProject: '99999' })).rejects.toMatchObject({ code: 'setup-not-started' });
  await asked('settings.save', { homeProject: site.projectId });
  await asked('settings.save', { figuresShownTo: 'everybody' });
  await asked('settings.save', { figuresShownTo: 'everybody' });
  await site.site.clock.advance(DAY);
  await asked('settings.save', { figuresShownTo: 'holders' });
  const { changes, figuresShownTo } = await read();
  expect(figuresShownTo).toBe('holders');
  const by = 'admin';
  const setting = 'figures-shown-to';
  expect(changes).toMatchObject([
    { setting, from: 'everybody', to: 'holders', by },
    { setting, from: 'licensed', to: 'everybody', by },
  ]);
});
