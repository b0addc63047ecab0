import { resolve } from 'node:path';
import { readInventoryFile } from '../../cli/inventory-file';
import { inventoryMappings } from '../../controls';
import { Interpreter } from '../../src/domain/import/interpret';
import expected from './expected-counts.json';
import { INVENTORY, testWith } from './shared-data';

type Counts = Record<string, number>;
const count = (counts: Counts, key: string) => {
  counts[key] = (counts[key] ?? 0) + 1;
};

testWith(INVENTORY, 'the mapping reads every answer of the real file as the independent script does', () => {
  const mapping = inventoryMappings.get('us-federal-2024');
  if (!mapping) throw new Error('The mapping is missing.');
  const interpreter = new Interpreter(mapping);
  const file = readInventoryFile(INVENTORY, resolve(__dirname, '..', '..'), mapping.id);
  expect(interpreter.missingColumns(file.columns)).toEqual([]);

  const rows = file.rows.map((row) => interpreter.interpret(row));
  const ourPart: Counts = {};
  const risks: Counts = {};
  const claims: Record<string, { all: Counts; inScope: Counts }> = {};
  for (const { stage, claims: declared, ourPart: part, risk } of rows) {
    const inScope = stage !== 'retired';
    count(ourPart, part[0] ?? 'unknown');
    if (risk !== null) count(risks, inScope ? 'inScope' : 'retired');
    for (const { id } of mapping.claims) {
      const outcome = declared.find((claim) => claim.id === id)?.outcome ?? 'problem';
      claims[id] ??= { all: {}, inScope: {} };
      count(claims[id].all, outcome);
      if (inScope) count(claims[id].inScope, outcome);
    }
  }
  expect(claims).toEqual(expected.claims);
  expect(ourPart).toEqual(expected.ourPart);
  expect(risks).toEqual(expected.risks);
});
