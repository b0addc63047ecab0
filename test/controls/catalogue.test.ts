import { z } from 'zod';
import { catalogue, inventoryMappings } from '../../controls';
import { inventoryMapping, noRiskWords } from '../../controls/inventory-schema';
import { type ConditionKey, catalogueSchema, requirement, type Stage } from '../../controls/schema';

test('what the loader gives is of the shape it claims', () => {
  expect(catalogueSchema.safeParse(catalogue).error).toBeUndefined();
  expect([...inventoryMappings.keys()].sort()).toEqual(['generic', 'us-federal-2024']);
  for (const { noRisk, ...mapping } of inventoryMappings.values()) {
    expect(inventoryMapping.safeParse(mapping).error).toBeUndefined();
    expect(noRiskWords.safeParse(noRisk).error).toBeUndefined();
  }
});

const DUE: [Stage, Record<string, ConditionKey | undefined>][] = [
  [
    'design-and-development',
    {
      '8.2': undefined,
      '8.4': 'triage-not-none',
      'A.5.3': 'triage-not-none',
      'A.5.4': 'triage-not-none',
      'A.5.5': 'triage-not-none',
      'A.4.2': undefined,
      'A.4.3': undefined,
      'A.6.2.2': undefined,
      'A.10.2': 'third-parties-involved',
      'A.4.4': 'develop-or-adapt',
      'A.7.3': 'develop-or-adapt',
    },
  ],
  [
    'verification-and-validation',
    {
      '8.3': undefined,
      'A.6.2.4': undefined,
      'A.7.4': 'develop-adapt-or-control-input-data',
      'A.6.2.3': 'develop-or-adapt',
      'A.7.5': 'develop-or-adapt',
      'A.7.6': 'develop-or-adapt',
    },
  ],
  [
    'deployment',
    {
      'A.4.5': undefined,
      'A.4.6': undefined,
      'A.6.2.5': undefined,
      'A.6.2.6': undefined,
      'A.6.2.8': 'control-logs',
      'A.8.2': undefined,
      'A.8.5': undefined,
      'A.6.2.7': 'develop-or-provide',
    },
  ],
  ['operation-and-monitoring', { 'A.9.4': 'use' }],
];

test('each requirement of an AI system is due from its stage and under its condition', () => {
  const wanted = DUE.flatMap(([stage, conditions]) =>
    Object.entries(conditions).map(([id, condition]) => [id, stage, condition] as const),
  );
  const found = catalogue.requirements
    .filter(({ scopeLevel }) => scopeLevel === 'ai-system')
    .map(({ number, dueFrom, condition }) => [number, dueFrom, condition] as const);
  const sorted = (rows: readonly (readonly unknown[])[]) => rows.map(String).sort();
  expect(sorted(found)).toEqual(sorted(wanted));
});

test('a practitioner finds what is asked for, and at least three hints', () => {
  for (const { id, asks, guidance } of catalogue.requirements)
    expect([id, asks.length >= 1, guidance.length >= 3]).toEqual([id, true, true]);
});

test('the schema of a requirement says of every property whose word it is', () => {
  const { properties } = z.toJSONSchema(requirement) as { properties: Record<string, Record<string, unknown>> };
  const origins = Object.entries(properties).map(([name, property]) => [name, typeof property['x-origin']]);
  expect(origins).toEqual(Object.keys(properties).map((name) => [name, 'string']));
  const ours = Object.keys(properties).filter((name) => properties[name]?.['x-origin'] === 'ours');
  expect(ours).toEqual(
    expect.arrayContaining([
      'guidance',
      'typicalEvidence',
      'mandatoryDocuments',
      'evidenceKind',
      'validForMonths',
      'dueFrom',
    ]),
  );
  expect(ours).not.toContain('asks');
});

test('each group of Annex A has the objective that the standard numbers', () => {
  const objectives = catalogue.groups.flatMap(({ objective }) => objective?.number ?? []);
  expect(objectives).toEqual([
    'A.2.1',
    'A.3.1',
    'A.4.1',
    'A.5.1',
    'A.6.1.1',
    'A.6.2.1',
    'A.7.1',
    'A.8.1',
    'A.9.1',
    'A.10.1',
  ]);
});
