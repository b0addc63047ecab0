import fc from 'fast-check';
import rendering from '../../../controls/documents/rendering.json';
import type { AdfMark, AdfNode } from '../../../src/domain/document/adf';

/** Generated documents of every node and mark, of some that nobody knows, and of words that look like what is printed. */

const WORDS = [
  'a',
  'b',
  '[',
  ']',
  '[[',
  '"',
  ', ',
  ' ',
  'bold',
  'end of bold',
  '\n',
  '\u00a0',
  '\u200b',
  'e\u0301',
  '',
];
const word = fc.constantFrom(...WORDS);
const words = fc.array(word, { maxLength: 3 }).map((all) => all.join(''));
const value = fc.oneof(
  words,
  fc.constantFrom<unknown>(0, 1, 2, '1', true, false, null, '1764201600000', 1764201600000, 'no', [], {}, ['a', 'b'], {
    b: 'a',
    a: ['['],
  }),
  words.map((text) => ({ macroParams: { a: text }, localId: text })),
);

const attributesOf = ({ shown, layout, id }: { shown: string[]; layout: string[]; id: string[] }) => {
  const names = [...shown, ...shown, ...layout, ...id, 'columns', 'address', 'parameters', 'constructor'];
  return fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 3 });
};
const NOBODY = { type: 'hologram', shown: [], layout: [], id: [] };

const mark: fc.Arbitrary<AdfMark> = fc
  .constantFrom(...rendering.marks, { ...NOBODY, type: 'bold' }, { ...NOBODY, type: 'toString' })
  .chain((part) => fc.record({ type: fc.constant(part.type), attrs: attributesOf(part) }, { requiredKeys: ['type'] }));

const PARTS = [
  ...rendering.nodes,
  ...Array(12).fill({ ...NOBODY, type: 'text' }),
  NOBODY,
  { ...NOBODY, type: 'cell' },
  { ...NOBODY, type: 'constructor' },
  { ...NOBODY, type: '__proto__' },
];

const nodeAbove = (depth: number): fc.Arbitrary<AdfNode> =>
  fc.constantFrom(...PARTS).chain((part) =>
    fc.record(
      {
        type: fc.constant(part.type as string),
        attrs: part.type === 'text' ? fc.constant({}) : attributesOf(part),
        text: words,
        marks: fc.array(mark, { maxLength: 2 }),
        content:
          depth === 0 || part.type === 'text' ? fc.constant([]) : fc.array(nodeAbove(depth - 1), { maxLength: 3 }),
      },
      { requiredKeys: ['type'] },
    ),
  );

/** A text of a few blocks. */
export const documents: fc.Arbitrary<AdfNode[]> = fc.array(nodeAbove(3), { maxLength: 3 });

const SIGNS = ['[bold]', '[end of bold]', '[list]', '[break]', '[', ']', 'a', '\n', '[new line]'];
const smallText: fc.Arbitrary<AdfNode> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('text'),
      text: fc.array(fc.constantFrom(...SIGNS), { minLength: 1, maxLength: 3 }).map((all) => all.join('')),
      marks: fc.subarray<AdfMark>([{ type: 'strong' }, { type: 'link', attrs: { href: ']' } }]),
    }),
  },
  fc.constantFrom<AdfNode>({ type: 'hardBreak' }, { type: 'emoji', attrs: { shortName: 'a' } }, { type: 'bold' }),
);
const smallBlock = (type: string) =>
  fc.record({ type: fc.constant(type), content: fc.array(smallText, { maxLength: 2 }) });

/** Texts of so few words that many of them come twice. */
export const smallDocuments: fc.Arbitrary<AdfNode[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: smallBlock('paragraph') },
    smallBlock('heading'),
    smallBlock('hologram'),
    smallText,
    fc.record({ type: fc.constant('bulletList'), content: fc.array(smallBlock('paragraph'), { maxLength: 1 }) }),
  ),
  { maxLength: 2 },
);
