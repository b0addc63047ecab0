import type { AdfNode } from '../../../src/domain/document/adf';
import { canonical, canonicalText } from '../../../src/domain/document/canonical';
import { lineText, printed } from '../../../src/domain/document/printed';
import fc, { SEED } from '../../support/by-chance';
import { documents, smallDocuments } from './documents';

/** Two texts print alike if and only if they are the same by their fingerprint (`documents.md` 12). */

const DOCUMENTS = 4_000 * Number(process.env.LAW_RUNS ?? 1);

const spelled = (text: readonly AdfNode[]) => canonicalText(canonical(text));
const lines = (text: readonly AdfNode[]) => printed(canonical(text)).map(lineText).join('\n');

test.each([
  ['large', DOCUMENTS, documents],
  ['small', 4 * DOCUMENTS, smallDocuments],
] as const)(
  'no two of many generated texts, %s ones, print alike that differ, or differ that print alike',
  (_, numRuns, of) => {
    const bySpelling = new Map<string, string>();
    const byLines = new Map<string, string>();
    for (const text of fc.sample(of, { numRuns, seed: SEED })) {
      const [said, print] = [spelled(text), lines(text)];
      if ((bySpelling.get(said) ?? print) !== print || (byLines.get(print) ?? said) !== said)
        throw new Error(
          `seed ${SEED}: ${said} prints ${print}, and so does ${byLines.get(print)}, or ${bySpelling.get(said)}`,
        );
      bySpelling.set(said, print);
      byLines.set(print, said);
    }
    expect(byLines.size).toBeGreaterThan(numRuns / 20);
  },
);

test('what is canonical is so for good', () => {
  fc.assert(
    fc.property(documents, (text) => {
      const once = canonical(text);
      expect(canonical(once as AdfNode[])).toEqual(once);
    }),
    { numRuns: 500 },
  );
});
