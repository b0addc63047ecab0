import { submitAndApprove } from '../../cli/approve';
import type { Output } from '../../src/contract/procedures';
import type { ApprovalKind } from '../../src/domain/approval/entry';
import { closeProject, createPeople, type People, showFiguresTo } from '../access/people';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { secondApprover } from '../support/statement';

/** One comparison for everything that a second person approves; the Statement's own cases stand in `statement.test.ts`. */

let site: Enrolled;
let people: People;
let systemId: string;
beforeAll(async () => {
  site = await openEnrolled();
  people = await createPeople(site);
  systemId = (await site.create('AI system')).id;
  await site.site.settle({ within: 3_600_000 });
});
afterAll(() => site.close());

const call = <Answer>(name: string, payload: unknown, by: string) => site.call<Answer>(name, payload, by);

const approve = async (kind: ApprovalKind, subject: string, revision: number) =>
  submitAndApprove(call, { kind, subject }, revision, { by: 'admin', approver: await secondApprover(site) });

type Sides = { from: number | 'draft'; to: number | 'draft' };
const compare = (kind: ApprovalKind, subject: string, sides: Sides, by: string | null = 'admin') =>
  site.call<Output<'approval.compare'>>('approval.compare', { kind, subject, ...sides }, by);
const refused = (work: Promise<unknown>) => work.then(() => 'done').catch((error: { code?: string }) => error.code);

test('risk criteria and settings: a version beside another, and beside the draft', async () => {
  for (const [kind, name, key, field, values] of [
    ['criteria', 'criteria.edit', 'threshold', 'level', [9, 8, 7]],
    ['settings', 'figureSettings.edit', 'awareness', 'percent', [90, 80, 70]],
  ] as const) {
    let revision = 0;
    const write = async (value: number) => {
      ({ revision } = await call<{ revision: number }>(
        name,
        { revision, rows: [{ key, body: { [field]: value } }] },
        'admin',
      ));
    };
    const reading = kind === 'criteria' ? 'criteria.read' : 'figureSettings.read';
    const newest = async () => {
      ({ revision } = await call<{ revision: number }>(reading, {}, 'admin'));
    };
    if (kind === 'criteria') {
      await call(name, { revision, rows: [] }, 'admin');
      await newest();
    }
    for (const value of values.slice(0, 2)) {
      await write(value);
      await newest();
      const { state } = await call<Output<'criteria.read'>>(reading, {}, 'admin');
      if (state === 'draft') await approve(kind, 'organisation', revision);
      await newest();
    }
    await write(values[2]);
    const of = (sides: Sides) => compare(kind, 'organisation', sides).then(({ changes }) => changes);
    expect(await of({ from: 1, to: 2 })).toEqual([{ key, field, before: values[0], after: values[1] }]);
    expect(await of({ from: 2, to: 2 })).toEqual([]);
    expect(await refused(of({ from: 2, to: 99 }))).toBe('version-unknown');
  }
});

test('a draft is for who works on it', async () => {
  const sides = { from: 2, to: 'draft' } as const;
  expect((await compare('criteria', 'organisation', sides)).changes).toMatchObject([{ before: 8, after: 7 }]);
  expect(await refused(compare('criteria', 'organisation', sides, people.member))).toBe('not-allowed');
  expect(await refused(compare('criteria', 'organisation', { from: 1, to: 2 }, people.member))).toBe('done');
});

test('who may not read the thing may not compare its versions', async () => {
  const sides = { from: 1, to: 1 };
  await showFiguresTo(site, people, ['member']);
  await closeProject(site, site.projectId, [people.jiraOnly ?? '']);
  expect(await refused(compare('criteria', 'organisation', sides, people.jiraOnly))).toBe('not-allowed');
  const triage = `jira:${systemId}`;
  expect(await refused(compare('triage', triage, sides, people.jiraOnly))).toBe('version-unknown');
  expect(await refused(compare('triage', triage, sides, people.member))).toBe('not-allowed');
  const inCommon = `iso42001/A.2.3@${triage}`;
  for (const subject of [inCommon, 'nonsense', 'jira:'])
    expect(await refused(compare('in-common', subject, sides, people.member))).toBe('not-allowed');
  expect(await refused(compare('criteria', 'organisation', sides, null))).toBe('not-allowed');
});
