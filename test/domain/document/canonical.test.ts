import schema from '@atlaskit/adf-schema/json-schema/v1/full.json';
import rendering from '../../../controls/documents/rendering.json';
import type { AdfNode } from '../../../src/domain/document/adf';
import { canonical, canonicalText } from '../../../src/domain/document/canonical';
import { lineText, printed } from '../../../src/domain/document/printed';

/** Cases 27, 28, 32 and 34 of the controlled documents. */

const text = (words: string, ...marks: NonNullable<AdfNode['marks']>): AdfNode => ({
  type: 'text',
  text: words,
  marks,
});
const node = (type: string, attrs: object = {}, ...content: AdfNode[]): AdfNode => ({
  type,
  attrs: { ...attrs },
  content,
});
const said = (...blocks: AdfNode[]) => canonicalText(canonical(blocks));
const lines = (...blocks: AdfNode[]) => printed(canonical(blocks)).map(lineText);

const paragraph = node('paragraph', {}, text('word'));
const CHANGES: [what: string, before: AdfNode, after: AdfNode][] = [
  ['expand title', node('expand', { title: 'Who' }, paragraph), node('expand', { title: 'Whose' }, paragraph)],
  ['card address', node('blockCard', { url: 'https://a.example' }), node('blockCard', { url: 'https://b.example' })],
  ['alt text', node('media', { id: '1', alt: 'A map' }), node('media', { id: '1', alt: 'A plan' })],
  ['colspan', node('tableCell', {}, paragraph), node('tableCell', { colspan: 2 }, paragraph)],
  ['list start', node('orderedList', { order: 4 }), node('orderedList')],
  ['checkbox', node('taskItem', { state: 'TODO' }, text('a')), node('taskItem', { state: 'DONE' }, text('a'))],
  ['status colour', node('status', { text: 'ON', color: 'red' }), node('status', { text: 'ON', color: 'green' })],
  ['panel kind', node('panel', { panelType: 'info' }, paragraph), node('panel', { panelType: 'error' }, paragraph)],
  ['struck word', node('paragraph', {}, text('word', { type: 'strike' })), paragraph],
  ['date', node('date', { timestamp: '1764201600000' }), node('date', { timestamp: '1764288000000' })],
];

test.each(CHANGES)('27. %s changed: another fingerprint, and a printed difference', (_, before, after) => {
  expect(said(before)).not.toBe(said(after));
  expect(lines(before)).not.toEqual(lines(after));
});

test('28. column width, alignment, local ids and comment marks are the same text', () => {
  const before = [node('tableCell', { colwidth: [100], localId: 'a' }, paragraph), paragraph];
  const after = [
    node('tableCell', { colwidth: [300], localId: 'b' }, paragraph),
    {
      ...node(
        'paragraph',
        {},
        text('wo', { type: 'annotation', attrs: { id: 'c', annotationType: 'inlineComment' } }),
        text('rd'),
      ),
      marks: [{ type: 'alignment', attrs: { align: 'center' } }],
    },
  ];
  expect(said(...before)).toBe(said(...after));
  expect(lines(...before)).toEqual(lines(...after));
});

test('32. what nobody knows is printed as an unknown part with its words, and its attributes count whole', () => {
  const hologram = (depth: number) => node('hologram', { depth, localId: 'x' }, text('seen'));
  expect(lines(hologram(1)).join(' ')).toMatch(/unknown part, hologram.*seen/);
  expect(said(hologram(1))).not.toBe(said(hologram(2)));
});

test('names stand in order at every depth, marks and their attributes among them (RFC 8785)', () => {
  const link = { type: 'link', attrs: { title: 'b', href: 'a' } };
  const text = said(
    node('tableCell', { rowspan: 2, colspan: 3 }, node('paragraph', {}, { type: 'text', text: 'a', marks: [link] })),
  );
  const names: string[][] = [];
  JSON.parse(text, (_, value) => {
    if (typeof value === 'object' && !Array.isArray(value)) names.push(Object.keys(value));
    return value;
  });
  expect(names).toHaveLength(6);
  for (const those of names) expect(those).toEqual([...those].sort());
});

/** Attributes of a definition of the published schema, through everything that it is made of. */
function attributesIn(definition: unknown): string[] {
  const one = definition as { allOf?: unknown[]; $ref?: string; properties?: { attrs?: unknown } };
  if (one.$ref !== undefined) return attributesIn(DEFINITIONS[one.$ref.replace('#/definitions/', '')]);
  return [...(one.allOf ?? []).flatMap(attributesIn), ...namesIn(one.properties?.attrs)];
}

function namesIn(attrs: unknown): string[] {
  if (typeof attrs !== 'object' || attrs === null) return [];
  const {
    properties = {},
    anyOf = [],
    allOf = [],
    $ref,
  } = attrs as {
    properties?: object;
    anyOf?: unknown[];
    allOf?: unknown[];
    $ref?: string;
  };
  const there = $ref === undefined ? [] : namesIn(DEFINITIONS[$ref.replace('#/definitions/', '')]);
  return [...Object.keys(properties), ...[...anyOf, ...allOf].flatMap(namesIn), ...there];
}

function typesIn(definition: unknown): string[] {
  const {
    allOf = [],
    properties,
    $ref,
  } = definition as {
    allOf?: unknown[];
    properties?: { type?: { enum?: string[] } };
    $ref?: string;
  };
  if ($ref !== undefined) return typesIn(DEFINITIONS[$ref.replace('#/definitions/', '')]);
  return [...(properties?.type?.enum ?? []), ...allOf.flatMap(typesIn)];
}

const DEFINITIONS = schema.definitions as Record<string, unknown>;

test('34. every node, mark and attribute of the published schema is in the list', () => {
  const listed = new Map(
    [...rendering.nodes, ...rendering.marks].map(({ type, shown, layout, id }) => [type, [...shown, ...layout, ...id]]),
  );
  const types = new Set(Object.values(DEFINITIONS).flatMap(typesIn));
  expect(types.size).toBeGreaterThan(50);
  const missing = Object.values(DEFINITIONS).flatMap((definition) =>
    [...new Set(typesIn(definition))].flatMap((type) => {
      const known = listed.get(type);
      if (known === undefined) return [type];
      return attributesIn(definition).flatMap((name) => (known.includes(name) ? [] : [`${type}.${name}`]));
    }),
  );
  expect([...new Set(missing)].sort()).toEqual([]);
});
