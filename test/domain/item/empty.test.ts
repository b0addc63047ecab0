import { isEmpty, saysEnough } from '../../../src/domain/item/empty';
import { work } from '../../support/facts';

const doc = (...content: unknown[]) => ({ type: 'doc', version: 1, content });
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const text = (words: string, more: object = {}) => ({ type: 'text', text: words, ...more });
const PAGE = 'https://example.atlassian.net/wiki/spaces/AIMS/pages/65537/Minutes';

test('forty characters of text say what was done, however they are put', () => {
  expect(saysEnough(doc(paragraph(text('x'.repeat(39)))))).toBe(false);
  expect(saysEnough(doc(paragraph(text('x'.repeat(40)))))).toBe(true);
  // One word in two weights is one word; the end of a paragraph is a space.
  expect(saysEnough(doc(paragraph(text('x'.repeat(20)), text('x'.repeat(19), { marks: [{ type: 'strong' }] }))))).toBe(
    false,
  );
  expect(saysEnough(doc(paragraph(text('x'.repeat(20))), paragraph(text('x'.repeat(19)))))).toBe(true);
  const list = { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('x'.repeat(40)))] }] };
  expect(saysEnough(doc(list))).toBe(true);
});

test('space is no text, and a sign that takes two places is one character', () => {
  expect(saysEnough(doc(paragraph(text(`a${' '.repeat(60)}b`))))).toBe(false);
  expect(saysEnough(doc(paragraph(text('\n\t '.repeat(30)))))).toBe(false);
  expect(saysEnough(doc(paragraph(text('😀'.repeat(39)))))).toBe(false);
  expect(saysEnough(doc(paragraph(text('😀'.repeat(40)))))).toBe(true);
});

test('a page that is shown in the description says it, and nothing else that is shown does', () => {
  const card = (type: string, url: unknown) => doc(paragraph({ type, attrs: { url } }));
  for (const type of ['inlineCard', 'blockCard', 'embedCard']) expect(saysEnough(card(type, PAGE))).toBe(true);
  expect(saysEnough(doc(paragraph(text('here', { marks: [{ type: 'link', attrs: { href: PAGE } }] }))))).toBe(true);
  for (const url of ['https://example.com/', 'https://example.atlassian.net/browse/A-1', '/wiki/x', 7, undefined])
    expect(saysEnough(card('inlineCard', url))).toBe(false);
});

test.each([
  null,
  undefined,
  '',
  'x'.repeat(60),
  7,
  [],
  {},
  { content: 'x' },
  { type: 'doc', content: [null, 7, 'x'] },
  { marks: [null, 7, {}] },
  { marks: 'link' },
])('what is no document says nothing: %j', (description) => expect(saysEnough(description)).toBe(false));

test('only work that is done is empty', () => {
  const bare = { empty: true } as const;
  expect(isEmpty({ ...work('W', 'done', ['iso42001/5.1']), ...bare })).toBe(true);
  expect(isEmpty(work('W', 'done', ['iso42001/5.1']))).toBe(false);
  expect(isEmpty({ ...work('W', 'in-progress', ['iso42001/5.1']), ...bare })).toBe(false);
  expect(isEmpty({ ...work('W', 'done', ['iso42001/5.1']), ...bare, cancelled: true })).toBe(false);
});
