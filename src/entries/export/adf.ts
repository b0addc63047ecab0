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

const textNodes = (text: string): AdfNode[] => (text === '' ? [] : [{ type: 'text', text }]);
