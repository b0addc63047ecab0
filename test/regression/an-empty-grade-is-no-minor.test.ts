import { type Enrolled, openEnrolled } from '../support/enrolled';

let site: Enrolled;
beforeEach(async () => {
  site = await openEnrolled();
});
afterEach(() => site.close());

const ALL = { projectId: null, only: 'open', stage: null, age: null, fields: {}, sort: null, page: 0, limit: 50 };

test('a nonconformity without a grade violates like a minor one and is shown as what nobody graded', async () => {
  await site.create('Nonconformity', {
    [site.fieldId('AIMS requirements')]: [{ value: '9.2.2 Internal audit programme' }],
  });
  await site.create('Nonconformity', { [site.fieldId('Grade')]: { value: 'Minor' } });
  await site.site.settle({ within: 3_600_000 });

  const grades = async (grade: string | null) =>
    (await site.call<{ rows: { grade: string }[] }>('nonconformities.list', { ...ALL, grade })).rows.map(
      (row) => row.grade,
    );
  expect(await grades(null)).toEqual(['minor', 'ungraded']);
  expect(await grades('minor')).toEqual(['minor']);
  expect(await grades('ungraded')).toEqual(['ungraded']);
  const { byGradeAndStage } = await site.call<{ byGradeAndStage: object[] }>('nonconformities.overview', {
    projectId: null,
  });
  expect(byGradeAndStage).toEqual(
    expect.arrayContaining([
      { grade: 'minor', stage: 'reported', count: 1 },
      { grade: 'ungraded', stage: 'reported', count: 1 },
    ]),
  );
  const { tile } = await site.call<{ tile: { state: string; reasons: object[] } }>('coverage.requirement', {
    projectId: null,
    requirementId: 'iso42001/9.2.2',
  });
  expect(tile).toMatchObject({
    state: 'nonconforming',
    reasons: [expect.objectContaining({ code: 'open-nonconformity', detail: 'ungraded', count: 1 })],
  });
});
