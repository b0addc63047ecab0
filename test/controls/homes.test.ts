import { catalogue } from '../../controls';
import homes from '../../controls/assurance/homes.json';
import { ORGANISATION_RULES, SYSTEM_RULES } from '../../src/domain/coverage/rules';

const homeOf = (number: string) => catalogue.requirements.find(({ id }) => id === `iso42001/${number}`)?.home;

test('a part whose kind is still to come is left out of its home', () => {
  expect(homeOf('6.1.1')).toEqual([['decision/criteria']]);
  expect(homeOf('6.1.3')).toEqual([['decision/statement']]);
  expect(homeOf('4.1')).toEqual([]);
});

test('an entry of which one alternative is still to come asks for nothing yet: a triage is no duty', () => {
  expect(homeOf('8.4')).toEqual([]);
  expect(homeOf('6.1.4')).toEqual([]);
});

test('whatever is there and is no decision on criteria has a rule of its own', () => {
  const ruled = new Set([...ORGANISATION_RULES, ...SYSTEM_RULES].map(({ requirement }) => requirement));
  const here = new Set(Object.keys(homes.from));
  for (const { requirement, allOf } of homes.rows) {
    const parts = allOf.flat().filter(({ part }) => here.has(part) && part !== 'decision/criteria');
    const others = parts.filter(({ part }) => part !== 'decision/triage');
    expect([requirement, others.length === 0 || ruled.has(requirement)]).toEqual([requirement, true]);
  }
});

test('each of the 70 requirements of ISO/IEC 42001:2023 has one home', () => {
  expect(new Set(homes.rows.map(({ requirement }) => requirement)).size).toBe(70);
  expect(homes.rows).toHaveLength(70);
});
