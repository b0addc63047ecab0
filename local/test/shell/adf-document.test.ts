import type { Adf, AdfNode } from '../../shell/adf/adf';
import { fromAdf, toAdf } from '../../shell/editor/adf-document';

const document = (...content: AdfNode[]): Adf => ({ type: 'doc', version: 1, content });
const text = (words: string, ...marks: { type: string; attrs?: Record<string, unknown> }[]): AdfNode => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 ? { marks } : {}),
});
const paragraph = (...content: AdfNode[]): AdfNode => ({ type: 'paragraph', content });

const MACRO: AdfNode = {
  type: 'extension',
  attrs: {
    layout: 'default',
    extensionType: 'com.atlassian.ecosystem',
    extensionKey: 'app/env/static/aims-control-status',
    localId: 'one',
    parameters: { guestParams: { scope: { project: 'UW' }, controls: ['A.2.2'] } },
  },
};

describe('a page keeps what the editor does not know', () => {
  const cases: Record<string, Adf> = {
    'text with marks': document(
      paragraph(
        text('bold', { type: 'strong' }),
        text(' and '),
        text('a link', { type: 'link', attrs: { href: 'https://example.com', collection: 'x' } }, { type: 'em' }),
        { type: 'hardBreak' },
        text('coloured', { type: 'textColor', attrs: { color: '#ff0000' } }),
        text('noted', { type: 'annotation', attrs: { id: 'a', annotationType: 'inlineComment' } }),
      ),
    ),
    'headings, lists and a quote': document(
      { type: 'heading', attrs: { level: 2, localId: 'h' }, content: [text('Title')] },
      { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('one'))] }] },
      {
        type: 'orderedList',
        attrs: { order: 3 },
        content: [{ type: 'listItem', content: [paragraph(text('three'))] }],
      },
      { type: 'blockquote', content: [paragraph(text('said'))] },
      { type: 'codeBlock', attrs: { language: 'sql' }, content: [text('SELECT 1')] },
      { type: 'rule' },
    ),
    'a table with attributes of its own': document({
      type: 'table',
      attrs: { isNumberColumnEnabled: true, layout: 'wide', localId: 't' },
      content: [
        {
          type: 'tableRow',
          content: [
            { type: 'tableHeader', attrs: { colwidth: [120] }, content: [paragraph(text('Head'))] },
            { type: 'tableCell', attrs: { colspan: 2, background: '#fff' }, content: [paragraph()] },
          ],
        },
      ],
    }),
    'a panel and aligned text': document(
      { type: 'panel', attrs: { panelType: 'warning' }, content: [paragraph(text('Careful'))] },
      { type: 'paragraph', marks: [{ type: 'alignment', attrs: { align: 'center' } }], content: [text('Centre')] },
    ),
    'status, date, mention and emoji': document(
      paragraph(
        { type: 'status', attrs: { text: 'DONE', color: 'green', localId: 's' } },
        { type: 'date', attrs: { timestamp: '1764000000000' } },
        { type: 'mention', attrs: { id: '712020:a', text: '@Ada' } },
        { type: 'emoji', attrs: { shortName: ':smile:', text: 'x' } },
        { type: 'inlineCard', attrs: { url: 'https://example.com' } },
      ),
    ),
    'macros, with and without a body': document(MACRO, {
      ...MACRO,
      type: 'bodiedExtension',
      content: [paragraph(text('The policy')), { type: 'rule' }],
    }),
    'nodes that the editor has never heard of': document(
      {
        type: 'mediaSingle',
        attrs: { layout: 'center' },
        content: [{ type: 'media', attrs: { id: 'm', type: 'file' } }],
      },
      {
        type: 'taskList',
        attrs: { localId: 'l' },
        content: [{ type: 'taskItem', attrs: { state: 'TODO' }, content: [] }],
      },
      paragraph(text('before '), { type: 'mediaInline', attrs: { id: 'i' } }, text(' after')),
      { type: 'expand', attrs: { title: 'More' }, content: [paragraph(text('hidden'))] },
    ),
    'a known node in a place that the schema does not allow': document({
      type: 'bulletList',
      content: [{ type: 'listItem', content: [{ type: 'table', content: [] }] }],
    }),
  };
  test.each(Object.entries(cases))('%s', (_name, adf) => {
    expect(toAdf(fromAdf(adf))).toEqual(adf);
  });
});

test('an empty page becomes one empty paragraph', () => {
  expect(toAdf(fromAdf(document()))).toEqual(document({ type: 'paragraph', content: [] }));
});
