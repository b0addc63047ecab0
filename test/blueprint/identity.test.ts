import { freeName, identify, isOwn, type Known, knownFrom } from '../../src/blueprint/identity';
import type { Configuration } from '../../src/store/configuration';

const NOTHING: Known = { ids: {}, made: {}, making: new Set(), adopt: new Set(), options: {}, projects: new Set() };
const theirs = { id: '1', name: 'Likelihood', description: 'of the shop' };
const marked = { id: '7', name: 'Wahrscheinlichkeit', description: 'aims:field:likelihood:1' };
const copied = { id: '12', name: 'Likelihood', description: 'aims:field:likelihood:1' };

test('a name says nothing: only an id that is kept, or a marker, makes an object the app’s', () => {
  const alone = identify('field:likelihood', 'Likelihood', [theirs], NOTHING, () => true);
  expect([alone.found, alone.namesakes, alone.name]).toEqual([undefined, [theirs], 'AIMS Likelihood']);
  expect(identify('field:likelihood', 'Likelihood', [theirs, copied, marked], NOTHING).found).toBe(marked);
  const kept = { ...NOTHING, ids: { 'field:likelihood': '12' } };
  expect(identify('field:likelihood', 'Likelihood', [theirs, copied, marked], kept).found).toBe(copied);
  // The marker of another object that begins alike is another's.
  expect(identify('field:like', 'Like', [marked], NOTHING).found).toBeUndefined();
});

test('a tick adopts a namesake that fits, and it stays the customer’s', () => {
  const adopt = { ...NOTHING, adopt: new Set(['field:likelihood']) };
  expect(identify('field:likelihood', 'Likelihood', [theirs], adopt, () => true).found).toBe(theirs);
  expect(identify('field:likelihood', 'Likelihood', [theirs], adopt, () => false).found).toBeUndefined();
  expect(isOwn('field:likelihood', theirs, adopt)).toBe(false);
});

test('an installation of 0.1.0, which kept no list of what it made, goes on with what it uses and owns what is marked', () => {
  const stored = {
    fields: { likelihood: '7', vendor: '1' },
    issueTypes: { 'ai-risk': '30' },
    statuses: { '5': ['ai-system:inception'] },
    linkTypes: { concerns: '9' },
    options: {},
    made: {},
    making: [],
    projects: ['10'],
  } as unknown as Configuration;
  const known = knownFrom(stored, []);
  expect(known.ids).toEqual({
    'field:likelihood': '7',
    'field:vendor': '1',
    'issue-type:ai-risk': '30',
    'status:inception': '5',
    'link-type:concerns': '9',
  });
  expect(identify('field:vendor', 'Vendor', [{ ...theirs, name: 'Lieferant' }], known).found?.id).toBe('1');
  expect([isOwn('field:likelihood', marked, known), isOwn('field:vendor', theirs, known)]).toEqual([true, false]);
});

test('a free name is found beside any that are taken, without regard to case', () => {
  expect(freeName('Vendor', ['Owner'])).toBe('Vendor');
  expect(freeName('Vendor', ['vendor '])).toBe('AIMS Vendor');
  expect(freeName('Vendor', ['Vendor', 'AIMS VENDOR', 'AIMS Vendor 2'])).toBe('AIMS Vendor 3');
  expect(freeName('AIMS concern', ['AIMS concern'])).toBe('AIMS concern 2');
});
