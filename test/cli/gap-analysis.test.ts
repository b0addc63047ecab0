import { resolve } from 'node:path';
import type { GapAnalysis } from '../../cli/gap-analysis/figures';
import { gapAnalysis } from '../../cli/gap-analysis/gap-analysis';
import { readInventoryFile } from '../../cli/inventory-file';
import expected from '../controls/expected-counts.json';
import { INVENTORY, testWith } from '../controls/shared-data';

const ROOT = resolve(__dirname, '../..');
const SAID = ['claimed', 'planned', 'notKnown', 'declaredNo', 'notAsked'] as const;
const STATES = ['implemented', 'in-progress', 'planned', 'not-due', 'excluded'] as const;

type Counts = Readonly<Record<string, number>>;
const pick = (keys: readonly string[], counts: Counts | undefined) =>
  Object.fromEntries(keys.map((key) => [key, counts?.[key] ?? 0]));

function byRequirement(analysis: GapAnalysis, read: (requirement: GapAnalysis['requirements'][number]) => Counts) {
  return (ids: string[]) =>
    Object.fromEntries(
      ids.map((id) => {
        const requirement = analysis.requirements.find((candidate) => candidate.id === id);
        return [id, requirement ? read(requirement) : 'missing in the report'];
      }),
    );
}

function expectedBy(keys: readonly string[], counts: Readonly<Record<string, Counts>>) {
  return Object.fromEntries(Object.entries(counts).map(([id, of]) => [id, pick(keys, of)]));
}

function problemCounts(analysis: GapAnalysis): Counts {
  const counts: Record<string, number> = {};
  for (const { code } of analysis.problems) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

testWith(
  INVENTORY,
  'the whole way through the app gives the figures that an independent script reads from the file',
  async () => {
    const file = readInventoryFile(INVENTORY, ROOT, 'us-federal-2024');
    const analysis = await gapAnalysis(file, '2024-12-16', ROOT);

    expect(analysis.systems).toEqual(expected.systems);
    expect(analysis.issues).toBe(expected.issues);
    expect(problemCounts(analysis)).toEqual(expected.problems);

    const states = byRequirement(analysis, ({ counts }) => pick(STATES, counts));
    expect(states(Object.keys(expected.requirements))).toEqual(expectedBy(STATES, expected.requirements));
    const said: Readonly<Record<string, Counts>> = expected.said;
    expect(analysis.claims).toEqual(expectedBy(SAID, said));
    for (const counts of Object.values(analysis.claims))
      expect(SAID.reduce((sum, key) => sum + counts[key], 0)).toBe(expected.systems.inScope);
    const silence = byRequirement(analysis, ({ reasons }) => pick(['declared-no', 'not-asked'], reasons));
    expect(silence(Object.keys(said))).toEqual(
      Object.fromEntries(
        Object.entries(said).map(([id, counts]) => [
          id,
          { 'declared-no': counts.declaredNo ?? 0, 'not-asked': counts.notAsked ?? 0 },
        ]),
      ),
    );
    expect(analysis.noRisk.rows).toBe(expected.noRisk.rows);

    const implemented = Object.values(expected.requirements).reduce(
      (sum, counts) => sum + (pick(['implemented'], counts as Counts).implemented ?? 0),
      0,
    );
    expect(analysis.totals.systems).toMatchObject({ implemented, verified: 0 });
    expect(analysis.declaredOnly).toBe(implemented);
  },
);
