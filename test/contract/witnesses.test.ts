import type { Output } from '../../src/contract/procedures';
import { corrected, optionOf } from '../support/corrected';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { secondApprover } from '../support/statement';
import { cellIn, movesBy, tileOf } from '../support/states';

/** The cases of "Coverage" about who accepted, closed and dismissed, by their words; from what people do in Jira. */

let site: Enrolled;
let second: string;
/** Somebody who may do everything in the project and nothing in the AIMS. */
let clerk: string;
beforeEach(async () => {
  site = await openEnrolled();
  second = await secondApprover(site);
  clerk = await person('Clerk');
});
afterEach(() => site.close());

async function person(displayName: string): Promise<string> {
  const user = { emailAddress: `${displayName}@example.com`, displayName, products: ['jira-software'] };
  const { body } = await site.rest<{ accountId: string }>('POST', '/rest/api/3/user', user);
  return body.accountId;
}

const settle = () => site.site.settle({ within: 3_600_000 });
const dayAgo = (days: number) => new Date(site.site.clock.now() - days * 86_400_000).toISOString().slice(0, 10);
const assign = (issueId: string, accountId: string) => edit(issueId, { assignee: { accountId } });

async function edit(issueId: string, fields: Record<string, unknown>, by = 'admin'): Promise<void> {
  const { status, body } = await site.rest('PUT', `/rest/api/3/issue/${issueId}`, { fields }, by);
  if (status >= 400) throw new Error(JSON.stringify(body));
}

const moves = (issueId: string, by: string, ...names: string[]) => movesBy(site, issueId, by, ...names);
const option = (name: string, place: number) => optionOf(site, name, place);

const tile = (requirementId: string) => tileOf(site, requirementId);
const cellOf = (system: string, requirementId: string) => cellIn(site, system, requirementId);

describe('who accepts', () => {
  let system: string;
  beforeEach(async () => {
    system = (await site.create('AI system')).id;
    for (const name of ['Start design', 'Verify']) await site.move(system, name);
    const record = await site.create('Task', {
      ...(await site.options('iso42001/8.2')),
      [site.fieldId('Evidence effective date')]: dayAgo(0),
    });
    await site.link('AIMS concern', record.id, system);
    await site.move(record.id, 'Done');
  });

  async function risk(): Promise<string> {
    const created = await site.create('AI risk', {
      ...(await option('Likelihood', 4)),
      ...(await option('Consequence', 4)),
      ...(await option('Residual likelihood', 2)),
      ...(await option('Residual consequence', 2)),
      ...(await option('Treatment option', 4)),
      [site.fieldId('Acceptance expires')]: dayAgo(-200),
    });
    await site.link('AIMS concern', created.id, system);
    await moves(created.id, 'admin', 'Analyse', 'Review what remains');
    return created.id;
  }
  const treatment = () => cellOf(system, 'iso42001/8.3');

  test('38. Accepted by its assignee -> 8.3 in-progress', async () => {
    const id = await risk();
    await assign(id, second);
    await moves(id, second, 'Accept');
    expect(await treatment()).toMatchObject({
      state: 'in-progress',
      codes: expect.arrayContaining(['accepted-by-own']),
    });
    // Whom it is given to afterwards changes nothing of who accepted it.
    await assign(id, clerk);
    expect((await treatment()).codes).toContain('accepted-by-own');
    await moves(id, 'admin', 'Analyse', 'Review what remains', 'Accept');
    expect((await treatment()).state).toBe('implemented');
  });

  test('by the owner of its AI system -> 8.3 in-progress', async () => {
    await edit(system, { [site.fieldId('System owner')]: { accountId: second } });
    const id = await risk();
    await settle();
    await moves(id, second, 'Accept');
    expect((await treatment()).codes).toContain('accepted-by-own');
  });

  test('by somebody who may not approve -> 8.3 in-progress, and the rights of later change nothing', async () => {
    await moves(await risk(), clerk, 'Accept');
    expect(await treatment()).toMatchObject({
      state: 'in-progress',
      codes: expect.arrayContaining(['accepted-without-right']),
    });
    await site.rest('POST', '/rest/api/3/group/user?groupname=jira-administrators', { accountId: clerk });
    await site.call('setup.reconcile', { extent: 'full' });
    expect((await treatment()).codes).toContain('accepted-without-right');
  });

  test('what was accepted and changed since has to be accepted again', async () => {
    const id = await risk();
    await moves(id, second, 'Accept');
    expect((await treatment()).state).toBe('implemented');
    await edit(id, await option('Residual likelihood', 1));
    expect(await treatment()).toMatchObject({
      state: 'in-progress',
      codes: expect.arrayContaining(['changed-since-acceptance']),
    });
  });

  test('whoever accepted does not conclude on its treatment', async () => {
    await moves(await risk(), second, 'Accept');
    await settle();
    const conclusion = {
      requirementId: 'iso42001/8.3',
      systemIssueId: system,
      result: 'conforms',
      concludedOn: dayAgo(0),
      validUntil: null,
      kind: 'internal-audit',
      sample: 'The register of risks, and who accepted them.',
    };
    await expect(site.call('conclusion.record', conclusion, second)).rejects.toMatchObject({
      code: 'not-independent',
      message: expect.stringContaining('accepted or closed it'),
    });
  });

  test('an acceptance without an end counts for 12 months', async () => {
    const id = await risk();
    await edit(id, { [site.fieldId('Acceptance expires')]: null });
    await moves(id, second, 'Accept');
    expect((await treatment()).state).toBe('implemented');
    const risks = await site.call<Output<'risks.list'>>('risks.list', {
      projectId: null,
      only: 'all',
      square: null,
      fields: {},
      sort: null,
      page: 0,
      limit: 10,
    });
    expect(risks.rows[0]?.acceptanceExpires).toBe(`${Number(dayAgo(0).slice(0, 4)) + 1}${dayAgo(0).slice(4)}`);
  });

  test('it is seen although the event never came', async () => {
    const id = await risk();
    await assign(id, second);
    await settle();
    site.site.faults.loseEvents(1);
    await moves(id, second, 'Accept');
    site.site.faults.loseEvents(0);
    await site.call('setup.reconcile', { extent: 'full' });
    expect((await treatment()).codes).toContain('accepted-by-own');
    expect(await site.site.sql('SELECT how, held FROM settling_witness')).toEqual([{ how: 'accepted', held: 'own' }]);
  });
});

describe('who closes', () => {
  const CLOSED = ['Correct', 'Analyse cause', 'Act on cause', 'Review effectiveness', 'Close'];

  async function finding(grade: number, more: Record<string, unknown> = {}): Promise<string> {
    const named = await site.options('iso42001/9.2.2');
    return (await site.create('Nonconformity', { ...named, ...(await option('Grade', grade)), ...more })).id;
  }
  const [MAJOR, MINOR, OBSERVATION] = [1, 2, 3];
  const audit = () => tile('iso42001/9.2.2');

  test('3. Closed, not effective -> nonconforming', async () => {
    const id = await finding(MINOR);
    await edit(id, { ...(await corrected(site)), ...(await option('Effectiveness', 2)) });
    await moves(id, 'admin', ...CLOSED);
    expect(await audit()).toMatchObject({ state: 'nonconforming', codes: ['closed-incomplete'] });
    await edit(id, await option('Effectiveness', 1));
    expect((await audit()).state).toBe('gap');
  });

  test('46. Major closed, empty -> nonconforming', async () => {
    const id = await finding(MAJOR);
    await moves(id, 'admin', ...CLOSED);
    expect((await audit()).codes).toContain('closed-incomplete');
    await edit(id, await corrected(site));
    expect((await audit()).state).toBe('gap');
  });

  test('closed by an action that is not implemented, or with its assignee as reviewer -> nonconforming', async () => {
    const id = await finding(MINOR);
    await edit(id, { ...(await corrected(site)), [site.fieldId('Why no action')]: null });
    const action = await site.create('Corrective action');
    await site.link('AIMS correction', action.id, id);
    await moves(id, 'admin', ...CLOSED);
    expect((await audit()).codes).toContain('closed-incomplete');
    await moves(action.id, 'admin', 'Start', 'Implement');
    expect((await audit()).state).toBe('gap');
    await assign(id, second);
    expect((await audit()).codes).toContain('closed-incomplete');
  });

  test('12. Observation -> no effect; major made one by its reporter -> nonconforming', async () => {
    await finding(OBSERVATION);
    expect((await audit()).state).toBe('gap');
    const id = await finding(MAJOR);
    await settle();
    await edit(id, await option('Grade', OBSERVATION));
    expect(await audit()).toMatchObject({
      state: 'nonconforming',
      codes: expect.arrayContaining(['dismissed-without-right']),
    });
    await edit(id, await option('Grade', MAJOR));
    await edit(id, await option('Grade', OBSERVATION), second);
    expect((await audit()).state).toBe('gap');
  });

  test('47. Dismissed by its reporter -> nonconforming', async () => {
    const id = await finding(MINOR);
    await moves(id, 'admin', 'Is not a nonconformity');
    expect((await audit()).codes).toContain('dismissed-without-right');
  });

  test('dismissed by somebody who may not approve -> nonconforming; by an approver it is none', async () => {
    await moves(await finding(MINOR), clerk, 'Is not a nonconformity');
    expect((await audit()).codes).toContain('dismissed-without-right');
    const sites = await finding(MINOR);
    await moves(sites, second, 'Is not a nonconformity');
    expect((await audit()).codes.filter((code) => code === 'dismissed-without-right')).toHaveLength(1);
  });

  test('what an audit raised violates until somebody who audits, and had no part in it, agrees to its dismissal', async () => {
    const id = await finding(MINOR, await option('Origin', 1));
    await moves(id, second, 'Is not a nonconformity');
    expect((await audit()).codes).toContain('dismissal-not-agreed');
    const agree = (by: string) =>
      site
        .call('nonconformity.agree', { issueId: id, reason: 'The rule was another one then.' }, by)
        .then(() => 'done')
        .catch((error: { code?: string }) => error.code);
    expect(await agree(clerk)).toBe('not-allowed');
    // Whoever had it, and whoever dismissed it; its reporter may be the auditor who found it.
    await assign(id, 'admin');
    await assign(id, clerk);
    expect([await agree('admin'), await agree(second)]).toEqual(['audited-here', 'audited-here']);
    const auditor = await person('Auditor');
    await site.rest('POST', '/rest/api/3/group/user?groupname=jira-administrators', { accountId: auditor });
    const { mayAgree, missing } = await site.call<Output<'issue.context'>>('issue.context', { issueId: id }, auditor);
    expect([mayAgree, missing.map(({ code }) => code)]).toEqual([true, ['dismissal-not-agreed']]);
    expect([await agree(auditor), await agree(auditor)]).toEqual(['done', 'nothing-to-agree']);
    expect((await audit()).state).toBe('gap');
  });

  test('48. Open major deleted -> nonconforming until withdrawn', async () => {
    const id = await finding(MAJOR);
    await settle();
    await site.rest('DELETE', `/rest/api/3/issue/${id}`);
    expect(await audit()).toMatchObject({
      state: 'nonconforming',
      codes: expect.arrayContaining(['lost-nonconformity']),
    });
  });
});
