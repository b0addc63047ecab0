import type { AdfNode } from '../../domain/document/adf';

/** The few nodes of Atlassian document format that exports are made of (developer.atlassian.com/cloud/jira/platform/apis/document/structure). */

export interface AdfDocument {
  type: 'doc';
  version: 1;
  content: AdfNode[];
}

export const doc = (...content: AdfNode[]): AdfDocument => ({ type: 'doc', version: 1, content });

/** An empty text node is not allowed in the format. */
export const paragraph = (text: string): AdfNode => ({ type: 'paragraph', content: textNodes(text) });

export const heading = (level: number, text: string): AdfNode => ({
  type: 'heading',
  attrs: { level },
  content: textNodes(text),
});

export const note = (text: string): AdfNode => ({
  type: 'paragraph',
  content: [{ type: 'text', text, marks: [{ type: 'em' }] }],
});

/** A table whose first row and first column are headers. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): AdfNode {
  const cell = (type: 'tableHeader' | 'tableCell', text: string): AdfNode => ({
    type,
    attrs: {},
    content: [paragraph(text)],
  });
  return {
    type: 'table',
    attrs: { isNumberColumnEnabled: false, layout: 'default' },
    content: [head, ...rows].map((cells, row) => ({
      type: 'tableRow',
      content: cells.map((text, column) => cell(row === 0 || column === 0 ? 'tableHeader' : 'tableCell', text)),
    })),
  };
}

const textNodes = (text: string): AdfNode[] => (text === '' ? [] : [{ type: 'text', text }]);
