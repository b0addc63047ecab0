import fc from 'fast-check';
import type { Enrolled } from '../support/enrolled';
import { attach, paragraph, SAID } from '../support/saying';

/** What people do to issues, as data, so that fast-check can make and shrink whole histories. */
export type Operation =
  | { do: 'create'; type: 'AI system' | 'AI risk' | 'Nonconformity' | 'Task'; requirements: number[]; record: boolean }
  | { do: 'link'; type: 'AIMS concern' | 'AIMS treatment' | 'AIMS evidence'; from: number; to: number }
  | { do: 'unlink'; issue: number }
  | { do: 'move'; issue: number; by: number }
  | { do: 'require'; issue: number; requirements: number[] }
  | { do: 'say'; issue: number; how: 'much' | 'little' | 'file' }
  | { do: 'rate'; issue: number; likelihood: number }
  | { do: 'delete'; issue: number }
  | { do: 'wait'; minutes: number };

const index = fc.nat({ max: 6 });
const requirements = fc.uniqueArray(fc.nat({ max: 5 }), { maxLength: 2 });

const operation: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('create' as const),
      type: fc.constantFrom('AI system' as const, 'AI risk' as const, 'Nonconformity' as const, 'Task' as const),
      requirements,
      record: fc.boolean(),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('link' as const),
      type: fc.constantFrom('AIMS concern' as const, 'AIMS treatment' as const, 'AIMS evidence' as const),
      from: index,
      to: index,
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('unlink' as const), issue: index }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('move' as const), issue: index, by: fc.nat({ max: 7 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('require' as const), issue: index, requirements }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('say' as const),
      issue: index,
      how: fc.constantFrom('much' as const, 'little' as const, 'little' as const, 'file' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('rate' as const),
      issue: index,
      likelihood: fc.integer({ min: 1, max: 5 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), issue: index }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 30 }) }) },
);

/**
 * Histories begin with what can carry a requirement over links: two AI systems, a risk that concerns one, work that
 * treats the risk, and a record. Without it, random links would hardly ever meet.
 */
export const history: fc.Arbitrary<Operation[]> = fc
  .array(operation, { minLength: 4, maxLength: 16 })
  .map((operations) => [
    { do: 'create', type: 'AI system', requirements: [], record: false },
    { do: 'create', type: 'AI system', requirements: [], record: false },
    { do: 'create', type: 'AI risk', requirements: [1], record: false },
    { do: 'create', type: 'Task', requirements: [0], record: false },
    { do: 'create', type: 'Task', requirements: [1], record: true },
    { do: 'link', type: 'AIMS concern', from: 2, to: 0 },
    { do: 'link', type: 'AIMS treatment', from: 3, to: 2 },
    { do: 'link', type: 'AIMS concern', from: 4, to: 1 },
    { do: 'move', issue: 0, by: 6 },
    { do: 'move', issue: 1, by: 6 },
    ...operations,
  ]);

const NAMED = [
  '8.4 AI system impact assessment',
  'A.6.2.4 AI system verification and validation',
  '7.4 Communication',
  '10.2 Nonconformity and corrective action',
  '8.2 AI risk assessment',
  'A.2.2 AI policy',
];

/** Does a history by REST, as people would; what cannot be done at that moment is left out. */
export async function perform(history: readonly Operation[], site: Enrolled): Promise<void> {
  const issues: { id: string; key: string }[] = [];
  const at = (place: number) => (issues.length === 0 ? undefined : issues[place % issues.length]);
  const options = await requirementTexts(site);
  for (const operation of history) {
    if (operation.do === 'create') {
      const record =
        operation.record && operation.type === 'Task'
          ? { [site.fieldId('Evidence effective date')]: '2026-11-01' }
          : {};
      issues.push(
        await site.create(operation.type, {
          [site.fieldId('AIMS requirements')]: operation.requirements.map((place) => ({ value: options[place] })),
          ...record,
        }),
      );
    } else if (operation.do === 'wait') {
      await site.site.clock.advance(operation.minutes * 60_000);
    } else {
      await change(operation, at, site, options, issues);
    }
  }
}

async function change(
  operation: Exclude<Operation, { do: 'create' | 'wait' }>,
  at: (place: number) => { id: string; key: string } | undefined,
  site: Enrolled,
  options: readonly string[],
  issues: { id: string; key: string }[],
): Promise<void> {
  const one = at(operation.do === 'link' ? operation.from : operation.issue);
  if (!one) return;
  switch (operation.do) {
    case 'link': {
      const other = at(operation.to);
      if (other && other.id !== one.id) await site.link(operation.type, one.id, other.id);
      return;
    }
    case 'unlink': {
      const { body } = await site.rest<{ fields: { issuelinks: { id: string }[] } }>(
        'GET',
        `/rest/api/3/issue/${one.id}?fields=issuelinks`,
      );
      const first = body.fields?.issuelinks[0];
      if (first) await site.rest('DELETE', `/rest/api/3/issueLink/${first.id}`);
      return;
    }
    case 'move': {
      const { body } = await site.rest<{ transitions: { id: string }[] }>(
        'GET',
        `/rest/api/3/issue/${one.id}/transitions`,
      );
      const taken = body.transitions[operation.by % Math.max(1, body.transitions.length)];
      if (taken) await site.rest('POST', `/rest/api/3/issue/${one.id}/transitions`, { transition: { id: taken.id } });
      return;
    }
    case 'require':
      await site.rest('PUT', `/rest/api/3/issue/${one.id}`, {
        fields: {
          [site.fieldId('AIMS requirements')]: operation.requirements.map((place) => ({ value: options[place] })),
        },
      });
      return;
    case 'say':
      if (operation.how === 'file') return attach(site, one.id);
      await site.rest('PUT', `/rest/api/3/issue/${one.id}`, {
        fields: operation.how === 'much' ? SAID : { description: paragraph('Done.') },
      });
      return;
    case 'rate':
      // Refused on issues that are no risks: those have no such field.
      await site.rest('PUT', `/rest/api/3/issue/${one.id}`, {
        fields: {
          [site.fieldId('Likelihood')]: { value: LIKELIHOOD[operation.likelihood - 1] },
          [site.fieldId('Consequence')]: { value: '4 - major' },
        },
      });
      return;
    case 'delete':
      await site.rest('DELETE', `/rest/api/3/issue/${one.id}`);
      issues.splice(issues.indexOf(one), 1);
  }
}

const LIKELIHOOD = ['1 - rare', '2 - unlikely', '3 - possible', '4 - likely', '5 - almost certain'];

async function requirementTexts(site: Enrolled): Promise<string[]> {
  const id = site.fieldId('AIMS requirements');
  const contexts = await site.rest<{ values: { id: string }[] }>('GET', `/rest/api/3/field/${id}/context`);
  const options = await site.rest<{ values: { value: string }[] }>(
    'GET',
    `/rest/api/3/field/${id}/context/${contexts.body.values[0]?.id}/option?maxResults=100`,
  );
  return NAMED.map(
    (text) => options.body.values.find(({ value }) => value.startsWith(`${text.split(' ')[0]} `))?.value ?? text,
  );
}
