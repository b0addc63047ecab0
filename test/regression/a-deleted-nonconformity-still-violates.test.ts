import { type Enrolled, openEnrolled } from '../support/enrolled';
import { conclusion, count, decided, nonconformity } from '../support/facts';

/** C5. Deleting the issue of an open nonconformity corrects nothing; somebody has to decide that it conforms. */

describe('in Jira', () => {
  let site: Enrolled;
  beforeAll(async () => {
    site = await openEnrolled();
  });
  afterAll(async () => {
    await site.close();
  });

  test('an open one that is deleted keeps its requirement red, and the reason says why', async () => {
    const { id } = await site.create('Nonconformity', {
      [site.fieldId('AIMS requirements')]: [{ value: '9.2.2 Internal audit programme' }],
    });
    await site.site.settle({ within: 3_600_000 });
    const tile = async () =>
      (
        await site.call<{ tile: { state: string; reasons: { code: string; detail?: string }[] } }>(
          'coverage.requirement',
          {
            projectId: null,
            requirementId: 'iso42001/9.2.2',
          },
        )
      ).tile;
    expect((await tile()).state).toBe('nonconforming');
    expect((await site.rest('DELETE', `/rest/api/3/issue/${id}`)).status).toBe(204);
    await site.site.settle({ within: 3_600_000 });
    expect(await tile()).toMatchObject({
      state: 'nonconforming',
      reasons: [expect.objectContaining({ code: 'lost-nonconformity', detail: 'ungraded', count: 1 })],
    });
  });
});

const lost = (more: object = {}) => nonconformity('n1', ['iso42001/9.2.2'], {}, { lostOn: '2026-11-12', ...more });

test('it violates until a conclusion of that day or later says that the requirement conforms', () => {
  const state = (concludedOn: string, result: 'conforms' | 'nonconforming' = 'conforms') =>
    count(
      [lost()],
      decided({}, { conclusions: [conclusion('organisation', 'iso42001/9.2.2', { concludedOn, result })] }),
    ).state('iso42001/9.2.2');
  expect(count([lost()]).state('iso42001/9.2.2')).toBe('nonconforming');
  expect(state('2026-11-11')).toBe('nonconforming');
  expect(state('2026-11-12')).not.toBe('nonconforming');
  expect(state('2026-11-12', 'nonconforming')).toBe('nonconforming');
});

test('one that was closed, or is an observation, does not', () => {
  expect(
    count([nonconformity('n1', ['iso42001/9.2.2'], { closedOn: '2026-11-01' }, { lostOn: '2026-11-12' })]).state(
      'iso42001/9.2.2',
    ),
  ).not.toBe('nonconforming');
  expect(
    count([nonconformity('n1', ['iso42001/9.2.2'], { grade: 'observation' }, { lostOn: '2026-11-12' })]).state(
      'iso42001/9.2.2',
    ),
  ).not.toBe('nonconforming');
});
