import { inventoryMappings } from '../../controls';
import { Interpreter } from '../../src/domain/import/interpret';

const mapping = inventoryMappings.get('generic');
if (!mapping) throw new Error('The mapping "generic" is missing.');
const interpreter = new Interpreter(mapping);

const CELLS = {
  Name: 'Triage of applications',
  Purpose: 'Sorts applications by urgency',
  Owner: 'Service desk',
  Vendor: 'Example Ltd',
  Stage: 'Live',
  'Our part': 'Use',
  'Personal data': 'Yes',
  'Impact assessment': 'Done',
  Testing: 'In progress',
  Monitoring: 'Planned',
  Risks: 'Urgent cases are missed',
};
const row = (cells: Partial<typeof CELLS>) => interpreter.interpret({ line: 2, cells: { ...CELLS, ...cells } });
const outcomes = (cells: Partial<typeof CELLS>) => row(cells).claims.map(({ id, outcome }) => [id, outcome]);

test('the plain file needs no more columns than it says, and every one of them', () => {
  expect(interpreter.missingColumns(Object.keys(CELLS))).toEqual([]);
  for (const column of Object.keys(CELLS))
    expect(interpreter.missingColumns(Object.keys(CELLS).filter((name) => name !== column))).toEqual([column]);
});

test('a complete row becomes a system with claims and a risk, without problems', () => {
  expect(row({})).toMatchObject({
    name: CELLS.Name,
    vendor: CELLS.Vendor,
    stage: 'operation-and-monitoring',
    ourPart: ['use'],
    personalData: ['yes'],
    risk: CELLS.Risks,
    problems: [],
  });
  expect(outcomes({})).toEqual([
    ['impact-assessment', 'done'],
    ['testing', 'in-progress'],
    ['monitoring', 'to-do'],
  ]);
});

test('"no" and blank are told apart', () => {
  expect(outcomes({ 'Impact assessment': 'No', Testing: '', Monitoring: 'N/A' })).toEqual([
    ['impact-assessment', 'declared-no'],
    ['testing', 'not-asked'],
    ['monitoring', 'not-asked'],
  ]);
});

test.each([
  ['Develop, use', ['develop', 'use']],
  ['use and adapt', ['adapt', 'use']],
  ['Provide to others', ['provide']],
  ['', []],
])('our part "%s"', (part, wanted) => {
  expect(row({ 'Our part': part })).toMatchObject({ ourPart: wanted, problems: [] });
});

test('what is unknown is a problem and never the mild state', () => {
  const strange = row({ Stage: 'almost done', 'Our part': 'somehow', Testing: 'perhaps', Name: '' });
  expect(strange).toMatchObject({ stage: 'operation-and-monitoring', ourPart: [] });
  expect(strange.claims.map(({ id }) => id)).toEqual(['impact-assessment', 'monitoring']);
  expect(strange.problems.map(({ code }) => code).sort()).toEqual(
    ['answer-not-known', 'name-missing', 'our-part-not-known', 'stage-not-known'].sort(),
  );
});
