import type { DocumentNode } from '../../local/host/macros/node';

/** Nodes of a page's document, as an author's editor makes them. */
const text = (value: string): DocumentNode => ({ type: 'text', text: value });

export const p = (value: string): DocumentNode => ({ type: 'paragraph', content: [text(value)] });
export const h = (value: string, level = 2): DocumentNode => ({
  type: 'heading',
  attrs: { level },
  content: [text(value)],
});
export const ul = (...items: string[]): DocumentNode => ({
  type: 'bulletList',
  content: items.map((item) => ({ type: 'listItem', content: [p(item)] })),
});
export const panel = (value: string): DocumentNode => ({
  type: 'panel',
  attrs: { panelType: 'info' },
  content: [p(value)],
});

/** The first row holds the headings. */
export const table = (...rows: string[][]): DocumentNode => ({
  type: 'table',
  attrs: { isNumberColumnEnabled: false, layout: 'default' },
  content: rows.map((row, index) => ({
    type: 'tableRow',
    content: row.map((cell) => ({ type: index === 0 ? 'tableHeader' : 'tableCell', attrs: {}, content: [p(cell)] })),
  })),
});

/** The body of a REST request. */
export const bodyOf = (content: readonly DocumentNode[]) => ({
  representation: 'atlas_doc_format',
  value: JSON.stringify({ type: 'doc', version: 1, content }),
});
