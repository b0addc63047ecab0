import { inventoryMappings } from '../../../controls';
import { Interpreter } from '../../../src/domain/import/interpret';
import { planImport } from '../../../src/usecases/importing/plan';

/** Fingerprints are stored: those that version 0.1.0 wrote, for rows as they stand here. In another form each row would look changed. */
const RELEASED = [
  '071938f66b0651b02fd82c25737ac6c4.operation-and-monitoring',
  '343ae6a1eba2fcce68588a57e4e49747.done',
  '263171f6f977fa671c1a58341b2e9a53.to-do',
  '93b6abf1afc83daf02f9700ef4e24b66.',
  '31775594d876c6990635ce890e245fc9.operation-and-monitoring',
];

test('a row has the fingerprint that it had in released versions', () => {
  const mapping = inventoryMappings.get('generic');
  if (!mapping) throw new Error('The mapping "generic" is missing.');
  const interpreter = new Interpreter(mapping);
  const full = {
    Name: 'Fraud score',
    Purpose: 'Rates claims',
    Owner: 'Ada',
    Vendor: 'Acme',
    Stage: 'live',
    'Our part': 'develop and use',
    'Personal data': 'yes',
    'Impact assessment': 'yes',
    Testing: 'planned',
    Monitoring: 'no',
    Risks: 'Wrong refusals',
  };
  const rows = [full, { Name: 'Letter triage' }].map((cells, place) =>
    interpreter.interpret({ line: place + 2, cells }),
  );
  const { create } = planImport(rows, mapping, '2026-11-01', new Map(), new Set());
  expect(create.map(({ hash }) => hash)).toEqual(RELEASED);
});
