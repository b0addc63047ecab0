import { holdersOf } from '../../src/ingest/holders';

const here = { accountId: 'b', active: true };
const gone = { accountId: 'a', active: false };

test('whoever is shown as the owner has left: the owner, and where there is none the assignee', () => {
  expect(holdersOf(here, gone)).toEqual({ people: ['a', 'b'], left: { left: { people: ['a'], owner: false } } });
  expect(holdersOf(gone, here)).toEqual({ people: ['a', 'b'], left: { left: { people: ['a'], owner: true } } });
  expect(holdersOf(null, gone)).toEqual({ people: ['a'], left: { left: { people: ['a'], owner: true } } });
  expect(holdersOf(gone, gone)).toEqual({ people: ['a'], left: { left: { people: ['a'], owner: true } } });
});

test('nobody, an odd value and an account of which Jira says nothing: nobody has left', () => {
  expect(holdersOf(undefined, null)).toEqual({ people: [], left: {} });
  expect(holdersOf('b', [gone])).toEqual({ people: [], left: {} });
  expect(holdersOf({ accountId: 'b' }, null)).toEqual({ people: ['b'], left: {} });
});
