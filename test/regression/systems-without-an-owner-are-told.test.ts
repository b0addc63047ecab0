import { type Enrolled, openEnrolled } from '../support/enrolled';

let site: Enrolled;
beforeEach(async () => {
  site = await openEnrolled();
});
afterEach(() => site.close());

const LIST = {
  projectId: null,
  only: 'without-owner',
  stages: [],
  text: null,
  fields: {},
  sort: null,
  page: 0,
  limit: 50,
};

test('an AI system that nobody holds is counted in what needs a look, and the register lists it', async () => {
  const nobodys = await site.create('AI system');
  const owned = await site.create('AI system', { [site.fieldId('System owner')]: { accountId: 'admin' } });
  const assigned = await site.create('AI system', { assignee: { accountId: 'admin' } });
  await site.site.settle({ within: 3_600_000 });
  const told = async () => {
    const { lookHere } = await site.call<{ lookHere: { systemsWithoutOwner: number } }>('coverage.overview', {
      projectId: null,
    });
    const { rows } = await site.call<{ rows: { key: string }[] }>('systems.list', LIST);
    return [lookHere.systemsWithoutOwner, rows.map(({ key }) => key)];
  };
  expect(await told()).toEqual([1, [nobodys.key]]);

  await site.rest('PUT', `/rest/api/3/issue/${owned.id}`, { fields: { [site.fieldId('System owner')]: null } });
  await site.rest('PUT', `/rest/api/3/issue/${assigned.id}`, {
    fields: { [site.fieldId('In AIMS scope')]: { value: 'No' }, [site.fieldId('Scope reason')]: 'A demonstration.' },
  });
  await site.site.settle({ within: 3_600_000 });
  expect(await told()).toEqual([2, [nobodys.key, owned.key]]);
});
