import { holdersOf } from '../../src/ingest/holders';

const here = { accountId: 'b', active: true };
const gone = { accountId: 'a', active: false };

test('whoever is shown as the owner has left: the owner, and where there is none the assignee', () => {
  expect(holdersOf(here, gone)).toEqual({
    owner: 'b',
    people: ['a', 'b'],
    left: { left: { people: ['a'], owner: false } },
  });
  expect(holdersOf(gone, here)).toEqual({
    owner: 'a',
    people: ['a', 'b'],
    left: { left: { people: ['a'], owner: true } },
  });
  expect(holdersOf(null, gone)).toEqual({ owner: 'a', people: ['a'], left: { left: { people: ['a'], owner: true } } });
  expect(holdersOf(gone, gone)).toEqual({ owner: 'a', people: ['a'], left: { left: { people: ['a'], owner: true } } });
});

test('nobody, an odd value and an account of which Jira says nothing: nobody has left', () => {
  expect(holdersOf(undefined, null)).toEqual({ owner: null, people: [], left: {} });
  expect(holdersOf('b', [gone])).toEqual({ owner: null, people: [], left: {} });
  expect(holdersOf({ accountId: 'b' }, null)).toEqual({ owner: 'b', people: ['b'], left: {} });
});
